import { beforeAll, expect, inject, test } from 'vitest'
import { found } from './axe-found.ts'
import { screens } from './screens.ts'
import { visit } from './visit.ts'
import { beginAlone } from './window.ts'
import { aStage, type Seat } from './stage.ts'

const demo = inject('demo')
const stage = aStage()
let open: Seat

beforeAll(async () => {
  open = await stage.demo()
  // Nothing may be looked at halfway through a change of colour.
  await open.page.emulateMedia({ reducedMotion: 'reduce' })
})

// The others: `axe.browser.deep.test.ts`.
test.each(screens.filter(({ isSeenAtWork }) => isSeenAtWork !== true))(
  '$name keeps to its policy, breaks nothing, and axe finds nothing on it in light and dark',
  async screen => {
    open.complaints.length = 0
    await visit(open.page, screen, demo.played)
    expect(open.complaints).toEqual([])
    expect(await found(open)).toEqual([])
  },
)

test('axe finds nothing on the first screen, on its forms, and on an empty computer', async () => {
  const fresh = await stage.fresh()
  const { page } = fresh
  expect(await found(fresh)).toEqual([])
  await page.getByRole('button', { name: /Join my district/ }).click()
  expect(await found(fresh)).toEqual([])
  await beginAlone(page, 'Maya')
  for (const path of ['/today', '/plan', '/evidence', '/claims', '/badges', '/settings/district']) {
    await page.goto(new URL(path, page.url()).href)
    await page.getByRole('main').waitFor()
    expect(await found(fresh), path).toEqual([])
  }
})
