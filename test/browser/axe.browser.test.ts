import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { found } from './axe-found.ts'
import { startLinkOf } from './played-demo.ts'
import { screens } from './screens.ts'
import { visit } from './visit.ts'
import { beginAlone, freshComputer, openWindow, startBrowser, type Window } from './window.ts'

const demo = inject('demo')
let browser: Browser
let open: Window

beforeAll(async () => {
  browser = await startBrowser()
  open = await openWindow(browser, await startLinkOf(demo))
  // Nothing may be looked at halfway through a change of colour.
  await open.page.emulateMedia({ reducedMotion: 'reduce' })
})
afterAll(() => browser.close())

test.each(screens)(
  '$name keeps to its policy, breaks nothing, and axe finds nothing on it in light and dark',
  async screen => {
    open.complaints.length = 0
    await visit(open.page, screen, demo.played)
    expect(open.complaints).toEqual([])
    expect(await found(open)).toEqual([])
  },
)

test('axe finds nothing on the first screen, on its forms, and on an empty computer', async () => {
  const computer = await freshComputer()
  try {
    const fresh = await openWindow(browser, computer.startLink)
    const { page } = fresh
    expect(await found(fresh)).toEqual([])
    await page.getByRole('button', { name: /Join my district/ }).click()
    expect(await found(fresh)).toEqual([])
    await beginAlone(page, 'Maya')
    for (const path of [
      '/today',
      '/plan',
      '/evidence',
      '/claims',
      '/badges',
      '/settings/district',
    ]) {
      await page.goto(new URL(path, page.url()).href)
      await page.getByRole('main').waitFor()
      expect(await found(fresh), path).toEqual([])
    }
  } finally {
    await computer.close()
  }
})
