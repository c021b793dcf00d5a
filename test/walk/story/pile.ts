import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { alder, brightline, cedar, hires, revokedIndexes } from '../../browser/hires.ts'
import { ages, toldToDistrict } from '../../browser/told-to-district.ts'

const checkedMsMax = 180_000

/** A stopped district learns of three neighbours: their keys, and their status lists as old as they are. */
export const neighboursTold = (record: string, database: string | undefined): Promise<void> =>
  toldToDistrict(
    record,
    [
      { issuer: alder, keysAgeMs: ages.keysMs, listAgeMs: ages.freshMs, revoked: revokedIndexes },
      { issuer: brightline, keysAgeMs: ages.keysMs, listAgeMs: ages.freshMs },
      { issuer: cedar, keysAgeMs: ages.keysMs, listAgeMs: ages.staleMs },
    ],
    false,
    database,
  )

/** Puts 312 badges of this spring's applicants into a folder. */
export async function pileInto(folder: string): Promise<void> {
  mkdirSync(folder)
  for (const { name, bytes } of await hires(Date.now())) writeFileSync(join(folder, name), bytes)
}

/** Hands the folder to Verify and waits until all of it is checked. */
export async function checkPile(page: Page, folder: string): Promise<void> {
  await page.getByRole('link', { name: 'Verify' }).click()
  await page.getByLabel('Choose a folder').last().setInputFiles(folder)
  await page.getByRole('heading', { level: 1, name: 'spring-hires' }).waitFor()
  await page
    .getByText(/312 files checked here in .* 284 hold, 19 have something unknown, 6 do not hold/)
    .first()
    .waitFor({ timeout: checkedMsMax })
}

/** Settles the seventeen whose list is too old, by key. */
export async function settleSeventeen(page: Page, reason: string): Promise<void> {
  const head = page.getByRole('rowheader', { name: /Status list too old, 17/ })
  await head.getByRole('button', { name: /Decide for all 17/ }).click()
  const sheet = page.getByRole('dialog', { name: 'One decision for 17 badges' })
  await sheet.waitFor()
  await page.keyboard.type(reason)
  await page.keyboard.press('ControlOrMeta+Enter')
  await sheet.waitFor({ state: 'detached' })
  await page.getByRole('rowheader', { name: /Status list too old, 17.*until/ }).waitFor()
}

/** Saves the report under a button's name. */
export async function saveReport(page: Page, button: RegExp, path: string): Promise<void> {
  const download = page.waitForEvent('download', { timeout: 30_000 })
  await page.getByRole('button', { name: button }).click()
  await (await download).saveAs(path)
}
