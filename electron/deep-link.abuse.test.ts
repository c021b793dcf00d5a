import { BrowserWindow } from 'electron'
import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import { answers, seen } from '../test/builders/electron-double.ts'
import { shellWordsIn } from '../words/shell-words.ts'
import { linkIn, placeOf } from './deep-link.ts'
import { linkFollower } from './follow-link.ts'

// security.md row 6: a link from outside names a screen, and nothing happens without a click.
beforeEach(() => {
  seen.dialogs.splice(0)
  answers.dialogButton = 0
})
const words = shellWordsIn('en')

test('a link names a screen and what is on it', () => {
  expect(placeOf('meritfolio://open/today')).toBe('/today')
  expect(placeOf('meritfolio://open/claims/clm_01-A/')).toBe('/claims/clm_01-A')
})

test.each([
  'meritfolio://open/',
  'meritfolio://open/api/commands?x',
  'meritfolio://open/today#once=abc',
  'meritfolio://open/../secret',
  'meritfolio://open/%2e%2e/x',
  'meritfolio://open//evil.example',
  'meritfolio://evil/today',
  'meritfolio://open/today\n',
  'MERITFOLIO://open/today',
  'https://open/today',
])('%j names nothing', link => expect(placeOf(link)).toBeUndefined())

test('whatever a link holds, it names a plain path or nothing', () => {
  const hostile = fc.string({ unit: 'binary', maxLength: 200 })
  fc.assert(
    fc.property(hostile, hostile, (a, b) => {
      for (const link of [
        a,
        `meritfolio:${a}`,
        `meritfolio://open/${a}`,
        `meritfolio://open/a/${b}`,
      ]) {
        const place = placeOf(link)
        if (place !== undefined) expect(place).toMatch(/^\/[a-z-]+(\/[\w-]+){0,2}$/)
      }
    }),
    { numRuns: 2_000 },
  )
})

test('a link among other arguments is found', () => {
  expect(linkIn(['--data', 'x', 'meritfolio://open/today'])).toBe('meritfolio://open/today')
  expect(linkIn(['--data', 'x'])).toBeUndefined()
})

test('nothing moves before a person says so, and leaving is the answer of Enter and Escape', async () => {
  const follow = linkFollower(words)
  const window = new BrowserWindow({})
  await follow('meritfolio://open/today', window)
  expect(seen.windows.at(-1)?.loaded).toEqual([])
  expect(seen.dialogs).toEqual([
    expect.objectContaining({
      defaultId: 0,
      cancelId: 0,
      buttons: [words.linkLeave, words.linkOpen],
    }),
  ])
})

test('with a click it shows the screen, on our own scheme', async () => {
  answers.dialogButton = 1
  const follow = linkFollower(words)
  await follow('meritfolio://open/claims/c-1', new BrowserWindow({}))
  expect(seen.windows.at(-1)?.loaded).toEqual(['app://screen/claims/c-1'])
})

test('a hundred links at once are one question', async () => {
  const follow = linkFollower(words)
  const window = new BrowserWindow({})
  await Promise.all(
    Array.from({ length: 100 }, (_, n) => follow(`meritfolio://open/claims/${n}`, window)),
  )
  expect(seen.dialogs).toHaveLength(1)
})
