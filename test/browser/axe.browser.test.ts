import { AxeBuilder } from '@axe-core/playwright'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { startLinkOf } from './played-demo.ts'
import { screens } from './screens.ts'
import { visit } from './visit.ts'
import { beginAlone, freshComputer, openWindow, startBrowser, type Window } from './window.ts'

const rules = {
  type: 'tag',
  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
} as const
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

/** Rules whose answer depends on colours: the others read a tree that is the same in both themes. */
const ofColour = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } as const

/** What axe finds, in light and in dark, each as the rule, the place and why. */
async function found({ page }: Window): Promise<readonly string[]> {
  // Without a viewer's frame one pass in the page itself is all, and three times as fast.
  const hasViewer = (await page.locator('iframe').count()) > 0
  const all: string[] = []
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme })
    const runOnly = theme === 'light' ? rules : ofColour
    const { violations } = await new AxeBuilder({ page })
      .setLegacyMode(!hasViewer)
      .options({
        runOnly: { ...runOnly, values: [...runOnly.values] },
        resultTypes: ['violations'],
      })
      .analyze()
    for (const { id, nodes } of violations)
      for (const node of nodes)
        all.push(`${theme} ${id} ${node.target.join(' ')}: ${node.failureSummary ?? ''}`)
  }
  return all
}

test.each(screens)('axe finds nothing on $name, in light and dark', async screen => {
  await visit(open.page, screen, demo.played)
  expect(await found(open)).toEqual([])
})

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
