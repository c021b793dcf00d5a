import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, inject, test } from 'vitest'
import { screens } from './screens.ts'
import { tooWide } from './too-wide.ts'
import { visit } from './visit.ts'
import { zoomed } from './window.ts'
import { aStage, type Seat } from './stage.ts'

const demo = inject('demo')
/** `ZOOM_PICTURES=folder` keeps a picture of every screen. */
const pictures = process.env['ZOOM_PICTURES']
const stage = aStage()
let open: Seat

beforeAll(async () => {
  if (pictures !== undefined) mkdirSync(pictures, { recursive: true })
  open = await stage.demo(zoomed)
})

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
