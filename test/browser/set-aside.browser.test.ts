import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { Locator, Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { ClaimRecord } from '../../core/claim/record.ts'
import { bodyOn, earnedClaim } from '../../district/trial/claim.ts'
import type { TrialDevice } from '../../district/trial/device.ts'
import { joined } from '../../district/trial/device.ts'
import type { TrialDistrict } from '../../district/trial/district.ts'
import { found } from './axe-found.ts'
import { aStage, type Seat } from './stage.ts'

const title = 'An exit ticket that changes tomorrow'
const reason = 'The record of this claim is damaged. Please begin a new one and send it again.'

const stage = aStage()
let district: TrialDistrict
let maya: TrialDevice
/** The claim that somebody wrote into after it was signed. */
let changed: string
let office: Seat
let page: Page
let address: string
beforeAll(async () => {
  district = await stage.district()
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
  office = await stage.of(district, 'ruth')
  ;({ page, address } = office)
  await page.goto(`${address}/issue`)
})

const list = (name: string): Locator => page.getByRole('list', { name })
const stuck = () => list('Can’t be approved').getByRole('listitem')
const place = () => page.getByRole('navigation').getByRole('link', { name: /^To issue/ })

test('what no badge can rest on stands by itself with its reason, and is not chosen', async () => {
  await stuck()
    .getByText(/no longer what its person signed/)
    .waitFor()
  await page.getByText('A coach found 1 claim earned. It waits for you.').waitFor()
  await expect.poll(() => page.getByRole('checkbox', { name: /^Approve “/ }).count()).toBe(1)
  expect(await found(office)).toEqual([])
  await page.getByRole('button', { name: /^Approve 1 badge/ }).click()
  await page.getByRole('link', { name: title, exact: true }).waitFor()
  // At the next visit it is as it was.
  await page.reload()
  await stuck()
    .getByText(/no longer what its person signed/)
    .waitFor()
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
  const own = await stage.of(district, 'maya')
  const screen = own.page
  await screen
    .getByRole('listitem')
    .filter({ hasText: `${title}: no badge was approved` })
    .getByText(reason, { exact: false })
    .waitFor()
  await screen.goto(`${own.address}/claims/${changed}`)
  await screen.getByText(/approves no badge for it/).waitFor()
  expect(await screen.getByText(/approves the badge next/).count()).toBe(0)
  expect(await found(own)).toEqual([])
  await screen.getByRole('link', { name: 'Start it again' }).click()
  await screen.getByRole('heading', { level: 1, name: title }).waitFor()
})

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
