import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { districtPaths } from '../../contract/sync/version.ts'
import { BadgeRecord } from '../../core/badge/record.ts'
import { achievementIdOf } from '../../core/micro-credential/achievement-id.ts'
import { bodyOn, earnedClaim, microId } from '../../district/trial/claim.ts'
import { joined } from '../../district/trial/device.ts'
import type { TrialDistrict } from '../../district/trial/district.ts'
import { trialDistrict } from '../../district/trial/district.ts'
import type { OutsideBody } from '../../district/trial/outside-body.ts'
import { outsideBody } from '../../district/trial/outside-body.ts'
import { joinFromWelcome } from '../walk/story/join.ts'
import { found } from './axe-found.ts'
import { freshComputer, openWindow, startBrowser, type Computer, type Window } from './window.ts'

let district: TrialDistrict
let university: OutsideBody
let browser: Browser
let computer: Computer
let window: Window
let page: Page
let badge: string
let title: string
let now = () => Date.now()
beforeAll(async () => {
  university = outsideBody('university.example', () => now())
  district = await trialDistrict({ load: () => university.load })
  now = () => district.now()
  district.move(Date.now() - district.now())
  const maya = await joined(district, 'maya')
  const jonah = await joined(district, 'jonah')
  const ruth = await joined(district, 'ruth')
  const claim = await earnedClaim(maya, jonah, 'endorsed')
  badge = (await ruth.act('badge.approve', { claim })).id('badge')
  await maya.until(() => bodyOn(maya, BadgeRecord, badge)?.credential)
  title = bodyOn(maya, BadgeRecord, badge)?.title ?? ''
  browser = await startBrowser()
  computer = await freshComputer()
  window = await openWindow(browser, computer.startLink)
  ;({ page } = window)
  await joinFromWelcome(page, district.address, await district.invite('ruth'))
})
afterAll(async () => {
  await browser.close()
  await computer.close()
  await district.close()
})

const fileOf = (text: string) => ({
  ...{ name: 'endorsement.json', mimeType: 'application/json' },
  buffer: Buffer.from(text),
})
const readIn = async (text: string) =>
  page.getByLabel('Read in an endorsement', { exact: true }).first().setInputFiles(fileOf(text))

test('the office reads in what a university says, sees what is the matter with another file, and takes one off', async () => {
  await page.goto(`${computer.address}/issue`)
  await page.getByRole('link', { name: 'Micro-credentials, and what others say of them' }).click()
  await page.getByRole('link', { name: title }).first().click()
  await page.getByText('Nobody outside your district has said anything about it yet.').waitFor()
  await page.getByText(achievementIdOf(microId)).waitFor()
  expect(await found(window)).toEqual([])
  await readIn(await university.endorses('urn:uuid:another', now()))
  await page.getByText(/Not taken on .* It speaks of something else than this/).waitFor()
  await readIn(await university.endorses(achievementIdOf(microId), now()))
  await page.getByText('Counts as one credit hour with us.').waitFor()
  await page.getByText('university.example').waitFor()
  await page.getByText(/Signed and in force, as of/).waitFor()
  expect(await found(window)).toEqual([])
  await readIn(`{"a":"${'x'.repeat(200_000)}"}`)
  await page.getByText('The file is empty, or too large to be an endorsement.').waitFor()

  await page.goto(`${computer.address}/badges/${badge}`)
  await page.getByText('Counts as one credit hour with us.').waitFor()
  expect(await found(window)).toEqual([])
  // What became of the other file is told where it was read in.
  expect(await page.getByText(/Not taken/).count()).toBe(0)
  const stranger = await browser.newPage()
  await stranger.goto(`${district.address}${districtPaths.badges}/${badge}`)
  await stranger.getByText('What others say of it').waitFor()
  await stranger.close()

  await page.goto(`${computer.address}/micro-credentials/${microId}`)
  await page.getByRole('button', { name: 'Take off what State University says' }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('textbox', { name: 'Reason' }).fill('Read in by mistake')
  await sheet.getByRole('button', { name: 'Take off' }).click()
  await page.getByText(/Taken off on .* Reason: Read in by mistake/).waitFor()
  expect(window.complaints).toEqual([])
})
