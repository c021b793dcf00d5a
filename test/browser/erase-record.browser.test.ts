import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ErasureRecord, erasureWaitMs } from '../../core/erasure/record.ts'
import { bodyOn, earnedBadge, readyClaim } from '../../district/trial/claim.ts'
import type { TrialDevice } from '../../district/trial/device.ts'
import { joined } from '../../district/trial/device.ts'
import type { TrialDistrict } from '../../district/trial/district.ts'
import { trialDistrict } from '../../district/trial/district.ts'
import { joinFromWelcome } from '../walk/story/join.ts'
import { found } from './axe-found.ts'
import { freshComputer, openWindow, startBrowser, type Computer, type Window } from './window.ts'

let district: TrialDistrict
let browser: Browser
const computers: Computer[] = []
let office: Window
let hers: Window
let ruth: TrialDevice
let desmond: TrialDevice
beforeAll(async () => {
  district = await trialDistrict()
  // The screens count by the real clock.
  district.move(Date.now() - district.now())
  desmond = await joined(district, 'desmond')
  ruth = await joined(district, 'ruth')
  const jonah = await joined(district, 'jonah')
  await desmond.act('person.add', {
    id: 'lea',
    person: { name: 'Lea Brandt', place: 'Grade 2', roles: ['educator'] },
  })
  const lea = await joined(district, 'lea')
  await earnedBadge({ maya: lea, jonah, ruth }, 'a lesson on film')
  await lea.act('goal.add', { layer: 'personal', title: 'Wait longer' })
  await readyClaim(lea, { bytes: Buffer.from('another lesson') })
  browser = await startBrowser()
  office = await openedAs('desmond')
  hers = await openedAs('lea')
})
afterAll(async () => {
  await browser.close()
  for (const computer of computers) await computer.close()
  await district.close()
})

async function openedAs(person: string): Promise<Window> {
  const computer = await freshComputer()
  computers.push(computer)
  const window = await openWindow(browser, computer.startLink)
  await joinFromWelcome(window.page, district.address, await district.invite(person))
  return window
}
const goTo = (page: Page, path: string) => page.goto(new URL(path, page.url()).href)
const stateOf = () => ruth.until(() => bodyOn(ruth, ErasureRecord, 'lea')?.state)

test('an administrator sees what goes and what stays before a second person is asked', async () => {
  const { page } = office
  await goTo(page, '/people')
  await page
    .getByRole('button', { name: 'Erase the record of Lea Brandt' })
    .click({ timeout: 30_000 })
  await page.getByRole('heading', { level: 1, name: 'Erase the record of Lea Brandt' }).waitFor()
  expect(await found(office)).toEqual([])
  await page.getByRole('radio', { name: 'They ask for it' }).focus()
  await page.keyboard.press('ArrowDown')
  await page.getByRole('button', { name: 'Count what there is' }).press('Enter')
  await page.getByRole('heading', { name: 'This goes' }).waitFor({ timeout: 30_000 })
  await page.getByText('2 claims: 1 being written and 1 earned').waitFor()
  await page.getByText(/2 files, /).waitFor()
  await page.getByText(/The place of 1 badge in the status list/).waitFor()
  expect(await found(office)).toEqual([])
  await page.getByRole('button', { name: 'Ask a second person' }).click()
  await page.getByText('You asked for it, so the yes has to be another person’s.').waitFor({
    timeout: 30_000,
  })
  expect(bodyOn(desmond, ErasureRecord, 'lea')?.ground).toBeUndefined()
})

test('the person is told what was asked, and by whom, and what to take along once it is agreed', async () => {
  const { page } = hers
  await goTo(page, '/today')
  await page.getByText(/asked for your record in this district to be erased/).waitFor({
    timeout: 30_000,
  })
  await ruth.act('erasure.agree', { person: 'lea' })
  await page.getByText(/agreed to erase your record in this district/).waitFor({ timeout: 30_000 })
  await page.getByRole('link', { name: 'Your badges' }).waitFor()
  expect(await found(hers)).toEqual([])
})

test('a legal hold is said with its reason, and what was agreed waits for it', async () => {
  const { page } = office
  await page.getByRole('button', { name: 'Put a legal hold' }).click({ timeout: 30_000 })
  await page.getByText('Write the reason first.').waitFor()
  await page.getByRole('textbox', { name: /^Reason/ }).fill('Case 26-114')
  await page.getByRole('button', { name: 'Put a legal hold' }).click()
  await page.getByText(/put a legal hold on this record/).waitFor({ timeout: 30_000 })
  await page.getByText('Case 26-114').waitFor()
  expect(await found(office)).toEqual([])
  await page.getByRole('button', { name: 'Lift the hold' }).click()
  await page.getByText(/While a legal hold is on it/).waitFor({ timeout: 30_000 })
})

test('it is called off by one press, and begun again it is done after seven days, on her computer too', async () => {
  const { page } = office
  await page.getByRole('button', { name: 'Call it off' }).click()
  await page.getByText(/Nothing was erased/).waitFor({ timeout: 30_000 })
  expect(await stateOf()).toBe('called_off')
  await page.getByRole('button', { name: 'Count what there is' }).click()
  await page.getByRole('button', { name: 'Ask a second person' }).click({ timeout: 30_000 })
  await page.getByText(/so the yes has to be another person’s/).waitFor({ timeout: 30_000 })
  await ruth.act('erasure.agree', { person: 'lea' })
  district.move(erasureWaitMs)
  await district.restart()
  await page.getByText(/^Erased on /).waitFor({ timeout: 60_000 })
  await goTo(page, '/people')
  await page
    .getByRole('list', { name: 'Records to be erased' })
    .getByText(/^Erased on/)
    .waitFor({
      timeout: 30_000,
    })
  expect(await found(office)).toEqual([])
  await hers.page
    .getByText(/Your record in this district was erased on/)
    .waitFor({ timeout: 60_000 })
  expect(await found(hers)).toEqual([])
})
