import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startDistrict } from '../walk/programs.ts'
import { inviteSomeone, joinFromWelcome } from '../walk/story/join.ts'
import { freshComputer, openWindow, startBrowser } from './window.ts'

test('a computer that was sent away says so on every screen, leads to why, and hands over what waits', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'meritfolio-browser-'))
  const browser = await startBrowser()
  const [admin, teacher] = [await freshComputer(), await freshComputer()]
  const district = await startDistrict(folder)
  const { address, invitation = '' } = district.ready
  const { page: office } = await openWindow(browser, admin.startLink)
  await joinFromWelcome(office, address, invitation)
  const maya = { name: 'Maya Okafor', place: 'Grade 4', roles: ['Educator'] }
  const code = await inviteSomeone(office, maya)
  const { page } = await openWindow(browser, teacher.startLink)
  await joinFromWelcome(page, address, code)
  const foot = page.getByRole('contentinfo')
  await foot
    .getByText(/In the district record/)
    .first()
    .waitFor()

  await office.reload()
  await office.getByRole('button', { name: /^Revoke .* of Maya Okafor$/ }).click()
  await office.getByRole('button', { name: 'Revoke this computer' }).click()
  await page.getByRole('link', { name: 'Plan', exact: true }).click()
  await page
    .getByRole('button', { name: /New goal|Write a goal/ })
    .first()
    .click()
  const title = 'Written when it was over'
  await page.getByRole('textbox', { name: 'What will you do better?' }).fill(title)
  await page.getByRole('button', { name: 'Add the goal' }).click()
  await foot
    .getByText(/^Needs you: the district no longer accepts this computer/)
    .first()
    .waitFor()

  await page.getByRole('link', { name: 'Today' }).click()
  await page.getByRole('heading', { level: 1, name: /day, / }).waitFor()
  expect(await page.getByRole('main').innerText()).not.toContain('Nothing needs you')
  await foot.getByRole('link', { name: 'See why' }).click()
  await page.getByText(/save what waits as a file\. To go on in the district/).waitFor()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save what waits as a file' }).click()
  const saved = await (await download).path()
  expect(readFileSync(saved, 'utf8')).toContain(title)

  await browser.close()
  for (const program of [admin, teacher]) await program.close()
  await district.stop()
  rmSync(folder, { recursive: true })
})
