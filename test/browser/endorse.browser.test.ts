import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { districtPaths } from '../../contract/sync/version.ts'
import { BadgeRecord } from '../../core/badge/record.ts'
import { achievementIdOf } from '../../core/micro-credential/achievement-id.ts'
import { bodyOn, earnedClaim, microId } from '../../district/trial/claim.ts'
import { joined } from '../../district/trial/device.ts'
import type { TrialDistrict } from '../../district/trial/district.ts'
import type { OutsideBody } from '../../district/trial/outside-body.ts'
import { outsideBody } from '../../district/trial/outside-body.ts'
import { found } from './axe-found.ts'
import { aStage, type Seat } from './stage.ts'

const stage = aStage()
let district: TrialDistrict
let university: OutsideBody
let window: Seat
let page: Page
let badge: string
let title: string
let now = () => Date.now()
beforeAll(async () => {
  university = outsideBody('university.example', () => now())
  district = await stage.district({ load: () => university.load })
  now = () => district.now()
  const maya = await joined(district, 'maya')
  const jonah = await joined(district, 'jonah')
  const ruth = await joined(district, 'ruth')
  const claim = await earnedClaim(maya, jonah, 'endorsed')
  badge = (await ruth.act('badge.approve', { claim })).id('badge')
  await maya.until(() => bodyOn(maya, BadgeRecord, badge)?.credential)
  title = bodyOn(maya, BadgeRecord, badge)?.title ?? ''
  window = await stage.of(district, 'ruth')
  ;({ page } = window)
})

const fileOf = (text: string) => ({
  ...{ name: 'endorsement.json', mimeType: 'application/json' },
  buffer: Buffer.from(text),
})
const readIn = async (text: string) =>
  page.getByLabel('Read in an endorsement', { exact: true }).first().setInputFiles(fileOf(text))

test('the office reads in what a university says, sees what is the matter with another file, and takes one off', async () => {
  await page.goto(`${window.address}/issue`)
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

  await page.goto(`${window.address}/badges/${badge}`)
  await page.getByText('Counts as one credit hour with us.').waitFor()
  expect(await found(window)).toEqual([])
  // What became of the other file is told where it was read in.
  expect(await page.getByText(/Not taken/).count()).toBe(0)
  const stranger = await stage.page()
  await stranger.goto(`${district.address}${districtPaths.badges}/${badge}`)
  await stranger.getByText('What others say of it').waitFor()

  await page.goto(`${window.address}/micro-credentials/${microId}`)
  await page.getByRole('button', { name: 'Take off what State University says' }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('textbox', { name: 'Reason' }).fill('Read in by mistake')
  await sheet.getByRole('button', { name: 'Take off' }).click()
  await page.getByText(/Taken off on .* Reason: Read in by mistake/).waitFor()
  expect(window.complaints).toEqual([])
})
