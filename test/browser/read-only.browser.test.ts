import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { programHere } from './program-here.ts'
import { beginAlone, openWindow, startBrowser } from './window.ts'

test('the foot offers to keep files, and where the records can only be looked at it does not', async () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'meritfolio-browser-'))
  const browser = await startBrowser()
  const whole = await programHere({ clock: Date.now, dataFolder })
  const { page } = await openWindow(browser, whole.startLink)
  await beginAlone(page, 'Maya')
  await page.getByText(/Drop files anywhere/).waitFor()
  await whole.close()

  writeFileSync(join(dataFolder, 'record.sqlite'), 'not a database at all, but quite some text')
  const damaged = await programHere({ clock: Date.now, dataFolder })
  const { page: shown } = await openWindow(browser, damaged.startLink)
  await shown
    .getByText(/nothing can be changed/)
    .first()
    .waitFor()
  expect(await shown.getByText(/Drop files anywhere/).count()).toBe(0)
  await browser.close()
  await damaged.close()
  rmSync(dataFolder, { recursive: true })
})
