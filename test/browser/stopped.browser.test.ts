import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startDevice } from '../walk/programs.ts'
import { beginAlone, openWindow, startBrowser } from './window.ts'

test('a window whose program was closed says so, calls nothing saved, and goes on by itself when it is there again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'meritfolio-browser-'))
  const browser = await startBrowser()
  let program = await startDevice(folder)
  const { page } = await openWindow(browser, program.ready.startLink)
  await beginAlone(page, 'Maya')
  const foot = page.getByRole('contentinfo')
  await page.getByRole('link', { name: 'Plan', exact: true }).click()
  await page
    .getByRole('button', { name: /New goal|Write a goal/ })
    .first()
    .click()
  await page.getByRole('textbox', { name: 'What will you do better?' }).fill('Ask better questions')

  await program.stop()
  await page.getByRole('button', { name: 'Add the goal' }).click()
  await page.getByText('Code program_gone').waitFor()
  await foot
    .getByText(/^Needs you: Meritfolio was closed/)
    .first()
    .waitFor()
  await foot.getByText('Saved here').first().waitFor({ state: 'detached' })

  program = await startDevice(folder, Number(new URL(program.ready.address).port))
  await foot.getByText('Saved here').first().waitFor()
  await page.getByRole('button', { name: 'Add the goal' }).click()
  await page.getByRole('link', { name: 'Ask better questions' }).first().waitFor()

  // A screen whose script was not there yet waits, and comes once the program is.
  await program.stop()
  await page.getByRole('link', { name: 'Evidence', exact: true }).click()
  await page.getByText(/^The program on this computer does not answer/).waitFor()
  program = await startDevice(folder, Number(new URL(program.ready.address).port))
  await page.getByRole('heading', { level: 1, name: 'Evidence' }).waitFor()
  await foot.getByText('Saved here').first().waitFor()
  expect(await page.getByText('Something in Meritfolio itself went wrong').count()).toBe(0)
  await browser.close()
  await program.stop()
  rmSync(folder, { recursive: true })
})
