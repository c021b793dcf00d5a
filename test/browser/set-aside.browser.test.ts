import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ClaimRecord } from '../../core/claim/record.ts'
import { bodyOn, earnedClaim } from '../../district/trial/claim.ts'
import type { TrialDevice } from '../../district/trial/device.ts'
import { joined } from '../../district/trial/device.ts'
import type { TrialDistrict } from '../../district/trial/district.ts'
import { trialDistrict } from '../../district/trial/district.ts'
import { joinFromWelcome } from '../walk/story/join.ts'
import { found } from './axe-found.ts'
import { freshComputer, openWindow, startBrowser, type Computer, type Window } from './window.ts'

const title = 'An exit ticket that changes tomorrow'
const reason = 'The record of this claim is damaged. Please begin a new one and send it again.'

let district: TrialDistrict
let browser: Browser
let maya: TrialDevice
/** The claim that somebody wrote into after it was signed. */
let changed: string
let office: Window
let page: Page
let address: string
const computers: Computer[] = []
beforeAll(async () => {
  district = await trialDistrict()
  // The screens count by the real clock.
  district.move(Date.now() - district.now())
  maya = await joined(district, 'maya')
  const jonah = await joined(district, 'jonah')
  changed = await earnedClaim(maya, jonah, 'one')
  await earnedClaim(maya, jonah, 'two')
  await district.whileStopped(async () => {
    const record = new Database(join(district.dataFolder, 'record.sqlite'))
    const write = record.prepare(
      `update record set body = replace(body, '"answers":{"', '"answers":{"added":"Never hers.","') where key = ?`,
    )
    expect(write.run(`claim/${changed}`).changes).toBe(1)
    record.close()
  })
  browser = await startBrowser()
  ;({ window: office, address } = await windowOf('ruth'))
  ;({ page } = office)
  await page.goto(`${address}/issue`)
})
afterAll(async () => {
  await browser.close()
  for (const computer of computers) await computer.close()
  await district.close()
})

/** A window of a person's own computer. */
async function windowOf(person: string): Promise<{ window: Window; address: string }> {
  const computer = await freshComputer()
  computers.push(computer)
  const window = await openWindow(browser, computer.startLink)
  await joinFromWelcome(window.page, district.address, await district.invite(person))
  return { window, address: computer.address }
}

const list = (name: string): Locator => page.getByRole('list', { name })
const stuck = () => list('Can’t be approved').getByRole('listitem')
const place = () => page.getByRole('navigation').getByRole('link', { name: /^To issue/ })

test('what no badge can rest on stands by itself with its reason, and is not chosen', async () => {
  await stuck()
    .getByText(/no longer what its person signed/)
    .waitFor({ timeout: 30_000 })
  await page.getByText('A coach found 1 claim earned. It waits for you.').waitFor()
  expect(await page.getByRole('checkbox', { name: /^Approve “/ }).count()).toBe(1)
  expect(await found(office)).toEqual([])
  await page.getByRole('button', { name: /^Approve 1 badge/ }).click()
  await page.getByRole('link', { name: title, exact: true }).waitFor()
  // At the next visit it is as it was.
  await page.reload()
  await stuck()
    .getByText(/no longer what its person signed/)
    .waitFor({ timeout: 30_000 })
  expect(await page.getByRole('checkbox', { name: /^Approve “/ }).count()).toBe(0)
})

test('the office sets it aside with a reason, and nothing needs the office any more', async () => {
  await stuck()
    .getByRole('button', { name: /^Set aside/ })
    .click()
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('button', { name: /^Set aside/ }).click()
  await sheet.getByText(/aside needs a reason/).waitFor()
  expect(await found(office)).toEqual([])
  await sheet.getByRole('textbox', { name: 'Reason' }).fill(reason)
  await sheet.getByRole('button', { name: /^Set aside/ }).click()
  await sheet.waitFor({ state: 'detached' })
  await list('Set aside').getByText(reason, { exact: false }).waitFor()
  await page.getByText('Nothing waits for you.').waitFor()
  await expect.poll(() => place().textContent()).toBe('To issue')
  expect(await found(office)).toEqual([])
})

test('its person is told why, and is shown the way to a new claim', async () => {
  await maya.until(() =>
    bodyOn(maya, ClaimRecord, changed)?.setAside?.reason === reason ? true : undefined,
  )
  const own = await windowOf('maya')
  const screen = own.window.page
  await screen
    .getByRole('listitem')
    .filter({ hasText: `${title}: no badge was approved` })
    .getByText(reason, { exact: false })
    .waitFor({ timeout: 30_000 })
  await screen.goto(`${own.address}/claims/${changed}`)
  await screen.getByText(/approves no badge for it/).waitFor()
  expect(await screen.getByText(/approves the badge next/).count()).toBe(0)
  expect(await found(own.window)).toEqual([])
  await screen.getByRole('link', { name: 'Start it again' }).click()
  await screen.getByRole('heading', { level: 1, name: title }).waitFor()
}, 120_000)

test('the office takes it up again', async () => {
  await list('Set aside')
    .getByRole('button', { name: /^Take up again/ })
    .click()
  await stuck()
    .getByText(/no longer what its person signed/)
    .waitFor()
  await maya.until(() =>
    bodyOn(maya, ClaimRecord, changed)?.setAside === undefined ? true : undefined,
  )
  expect(office.complaints).toEqual([])
})
