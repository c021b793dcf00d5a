import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { startLinkOf } from './played-demo.ts'
import { screens } from './screens.ts'
import { tooWide } from './too-wide.ts'
import { visit } from './visit.ts'
import { openWindow, startBrowser, zoomed, type Window } from './window.ts'

const demo = inject('demo')
/** `ZOOM_PICTURES=folder` keeps a picture of every screen. */
const pictures = process.env['ZOOM_PICTURES']
let browser: Browser
let open: Window

beforeAll(async () => {
  if (pictures !== undefined) mkdirSync(pictures, { recursive: true })
  browser = await startBrowser()
  open = await openWindow(browser, await startLinkOf(demo), zoomed)
})
afterAll(() => browser.close())

test.each(screens)('at 200 % nothing of $name is beyond the window’s side', async screen => {
  const { page } = open
  await visit(page, screen, demo.played)
  if (pictures !== undefined)
    await page.screenshot({
      path: join(pictures, `${screen.name.replaceAll(/\W+/g, '-')}.png`),
      fullPage: true,
    })
  expect(await tooWide(page)).toEqual({ sidewaysPx: 0, beyond: [] })
})
