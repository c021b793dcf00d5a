import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ClaimRecord } from '../../core/claim/record.ts'
import { demoReadyToSend } from '../../content/demo/claims.ts'
import { bodyOn, readAndFinish, readyClaim, submission } from '../../district/trial/claim.ts'
import type { TrialDevice } from '../../district/trial/device.ts'
import { joined } from '../../district/trial/device.ts'
import type { TrialDistrict } from '../../district/trial/district.ts'
import { trialDistrict } from '../../district/trial/district.ts'
import { joinFromWelcome } from '../walk/story/join.ts'
import { found } from './axe-found.ts'
import { freshComputer, openWindow, startBrowser, type Computer, type Window } from './window.ts'

const title = 'An exit ticket that changes tomorrow'
const [answer = ''] = Object.values(demoReadyToSend.answers)

let district: TrialDistrict
let browser: Browser
let jonah: TrialDevice
let claim: string
let reading: string
let office: Window
let page: Page
let address: string
const computers: Computer[] = []
beforeAll(async () => {
  district = await trialDistrict()
  // The screens count by the real clock.
  district.move(Date.now() - district.now())
  const maya = await joined(district, 'maya')
  jonah = await joined(district, 'jonah')
  ;({ claim } = await readyClaim(maya))
  await maya.act('claim.submit', submission(maya, claim))
  await jonah.until(() => bodyOn(jonah, ClaimRecord, claim))
  reading = (await jonah.act('review.take', { claim })).id('review')
  browser = await startBrowser()
  ;({ window: office, address } = await windowOf('ruth'))
  ;({ page } = office)
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

test('while a coach reads a claim, the office is told so, and has nothing that is in it', async () => {
  await page.goto(`${address}/issue`)
  await page.getByRole('list', { name: 'Being read by coaches' }).waitFor({ timeout: 30_000 })
  await page.goto(`${address}/claims/${claim}`)
  await page.getByRole('heading', { name: /^This is not here any more/ }).waitFor()
  expect(await page.getByText(answer).count()).toBe(0)
  await jonah.act('review.give-back', { review: reading })
  await readAndFinish(jonah, claim)
})

test('once it is earned, the office reads what was sent, what the person gave their word on, and what was found', async () => {
  await page.goto(`${address}/issue`)
  const read = page.getByRole('listitem').getByRole('link', { name: /^Read the claim/ })
  await read.click({ timeout: 30_000 })
  await page.getByText(/^As Maya Okafor sent it/).waitFor()
  await page.getByText(answer).waitFor()
  await page.getByText(/^I hold a signed release for everyone/).waitFor()
  await page.getByRole('heading', { name: 'What the coach found' }).waitFor()
  // What only its person writes in is nowhere.
  expect(await page.getByRole('textbox').count()).toBe(0)
  expect(await found(office)).toEqual([])
})

test('a file that was sent is fetched and shown where it is asked for', async () => {
  await page
    .getByRole('button', { name: /^Show the file/ })
    .first()
    .click()
  await page.frameLocator('iframe').locator('#shown img').waitFor({ timeout: 30_000 })
  await page.getByRole('button', { name: /^Close the file/ }).click()
  await page.locator('iframe').waitFor({ state: 'detached' })
  await page.getByRole('main').getByRole('link', { name: 'To issue' }).click()
  await page.waitForURL(url => url.search === `?claim=${claim}`)
})

test('from Ctrl+K the office opens a badge by its person, and from the badge the claim behind it', async () => {
  await page.getByRole('button', { name: /^Approve 1 badge/ }).click()
  await page.getByRole('link', { name: title }).waitFor({ timeout: 30_000 })
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill('maya')
  await page.getByRole('option', { name: `“${title}” of Maya Okafor` }).click()
  await page.getByRole('link', { name: 'The claim behind it' }).click()
  await page.getByText(answer).waitFor()
  await page.getByRole('link', { name: 'See the badge' }).waitFor()
  expect(office.complaints).toEqual([])
})

test('the coach who decided it reads it again from their finished reading', async () => {
  const coach = await windowOf('jonah')
  const screen = coach.window.page
  await screen.goto(`${coach.address}/review`)
  await screen.getByRole('link', { name: `See it: ${title}` }).click({ timeout: 60_000 })
  await screen.getByRole('link', { name: 'Read the claim' }).click()
  await screen.getByText(answer).waitFor()
  await screen.getByRole('heading', { name: 'What the coach found' }).waitFor()
  expect(await found(coach.window)).toEqual([])
}, 120_000)
