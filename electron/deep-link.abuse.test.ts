import { BrowserWindow } from 'electron'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { answers, seen } from '../test/builders/electron-double.ts'
import { shellWordsIn } from '../words/shell-words.ts'
import { invitationOf, linkIn, placeOf } from './deep-link.ts'
import { linkFollower } from './follow-link.ts'

// security.md row 6: a link from outside names a screen, and nothing happens without a click.
beforeEach(() => {
  seen.dialogs.splice(0)
  answers.dialogButton = 0
})
// Other files of the window count those that they open.
afterEach(() => void seen.windows.splice(0))
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

test('an invitation names a district and perhaps a code; this very computer alone is asked without TLS', () => {
  expect(invitationOf('meritfolio://join/record.example.org#code=ABCDE-FGHIJ')).toEqual({
    ...{ address: 'https://record.example.org', code: 'ABCDE-FGHIJ' },
  })
  expect(invitationOf('meritfolio://join/127.0.0.1:4400/')).toEqual({
    ...{ address: 'http://127.0.0.1:4400', code: '' },
  })
})

test.each([
  'meritfolio://join/',
  'meritfolio://join/record.example.org/path',
  'meritfolio://join/user@evil.example',
  'meritfolio://join/record.example.org?x=1',
  'meritfolio://join/record.example.org#code=short',
  'meritfolio://join/record.example.org#code=ABCDEFGHIJ&once=1',
  'meritfolio://join/record.example.org:99999',
  'meritfolio://join/-x',
  'meritfolio://join/127.0.0.1.evil.example\n',
  'https://join/record.example.org',
])('%j invites to nothing', link => expect(invitationOf(link)).toBeUndefined())

test('what only looks like this computer is asked over TLS', () => {
  expect(invitationOf('meritfolio://join/127.0.0.1.evil.example')?.address).toMatch(/^https:/)
  expect(invitationOf('meritfolio://join/localhost.evil.example')?.address).toMatch(/^https:/)
})

test('an invitation is filled in after a click that names the district, in the fragment, and nothing is sent', async () => {
  const link = 'meritfolio://join/record.example.org#code=ABCDE-FGHIJ'
  await linkFollower(words)(link, new BrowserWindow({}))
  expect(seen.windows.at(-1)?.loaded).toEqual([])
  expect(seen.dialogs.at(-1)).toMatchObject({
    message: words.linkJoins({ address: 'https://record.example.org' }),
  })
  answers.dialogButton = 1
  await linkFollower(words)(link, new BrowserWindow({}))
  expect(seen.windows.at(-1)?.loaded).toEqual([
    'app://screen/settings/district#district=https%3A%2F%2Frecord.example.org&code=ABCDE-FGHIJ',
  ])
})

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
        const invited = invitationOf(link.replace('//open/', '//join/'))
        if (invited !== undefined) expect(new URL(invited.address).origin).toBe(invited.address)
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
