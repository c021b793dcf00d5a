import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { ClaimRecord } from '../../core/claim/record.ts'
import { demoReadyToSend } from '../../content/demo/claims.ts'
import { bodyOn, readAndFinish, readyClaim, submission } from '../../district/trial/claim.ts'
import type { TrialDevice } from '../../district/trial/device.ts'
import { joined } from '../../district/trial/device.ts'
import type { TrialDistrict } from '../../district/trial/district.ts'
import { found } from './axe-found.ts'
import { aStage, type Seat } from './stage.ts'

const title = 'An exit ticket that changes tomorrow'
const [answer = ''] = Object.values(demoReadyToSend.answers)

const stage = aStage()
let district: TrialDistrict
let jonah: TrialDevice
let claim: string
let reading: string
let office: Seat
let page: Page
let address: string
beforeAll(async () => {
  district = await stage.district()
  const maya = await joined(district, 'maya')
  jonah = await joined(district, 'jonah')
  ;({ claim } = await readyClaim(maya))
  await maya.act('claim.submit', submission(maya, claim))
  await jonah.until(() => bodyOn(jonah, ClaimRecord, claim))
  reading = (await jonah.act('review.take', { claim })).id('review')
  office = await stage.of(district, 'ruth')
  ;({ page, address } = office)
})

test('while a coach reads a claim, the office is told so, and has nothing that is in it', async () => {
  await page.goto(`${address}/issue`)
  await page.getByRole('list', { name: 'Being read by coaches' }).waitFor()
  await page.goto(`${address}/claims/${claim}`)
  await page.getByRole('heading', { name: /^This is not here any more/ }).waitFor()
  expect(await page.getByText(answer).count()).toBe(0)
  await jonah.act('review.give-back', { review: reading })
  await readAndFinish(jonah, claim)
})

test('once it is earned, the office reads what was sent, what the person gave their word on, and what was found', async () => {
  await page.goto(`${address}/issue`)
  const read = page.getByRole('listitem').getByRole('link', { name: /^Read the claim/ })
  await read.click()
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
  await page.frameLocator('iframe').locator('#shown img').waitFor()
  await page.getByRole('button', { name: /^Close the file/ }).click()
  await page.locator('iframe').waitFor({ state: 'detached' })
  await page.getByRole('main').getByRole('link', { name: 'To issue' }).click()
  await page.waitForURL(url => url.search === `?claim=${claim}`)
})

test('from Ctrl+K the office opens a badge by its person, and from the badge the claim behind it', async () => {
  await page.getByRole('button', { name: /^Approve 1 badge/ }).click()
  await page.getByRole('link', { name: title }).waitFor()
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill('maya')
  await page.getByRole('option', { name: `“${title}” of Maya Okafor` }).click()
  await page.getByRole('link', { name: 'The claim behind it' }).click()
  await page.getByText(answer).waitFor()
  await page.getByRole('link', { name: 'See the badge' }).waitFor()
  expect(office.complaints).toEqual([])
})

test('the coach who decided it reads it again from their finished reading', async () => {
  const coach = await stage.of(district, 'jonah')
  const screen = coach.page
  await screen.goto(`${coach.address}/review`)
  await screen.getByRole('link', { name: `See it: ${title}` }).click()
  await screen.getByRole('link', { name: 'Read the claim' }).click()
  await screen.getByText(answer).waitFor()
  await screen.getByRole('heading', { name: 'What the coach found' }).waitFor()
  expect(await found(coach)).toEqual([])
})
