import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { ErasureRecord, erasureWaitMs } from '../../core/erasure/record.ts'
import { bodyOn, earnedBadge, readyClaim } from '../../district/trial/claim.ts'
import type { TrialDevice } from '../../district/trial/device.ts'
import { joined } from '../../district/trial/device.ts'
import type { TrialDistrict } from '../../district/trial/district.ts'
import { found } from './axe-found.ts'
import { aStage, type Seat } from './stage.ts'

const stage = aStage()
let district: TrialDistrict
let office: Seat
let hers: Seat
let ruth: TrialDevice
let desmond: TrialDevice
beforeAll(async () => {
  district = await stage.district()
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
  office = await stage.of(district, 'desmond')
  hers = await stage.of(district, 'lea')
})

const goTo = (page: Page, path: string) => page.goto(new URL(path, page.url()).href)
const stateOf = () => ruth.until(() => bodyOn(ruth, ErasureRecord, 'lea')?.state)

test('an administrator sees what goes and what stays before a second person is asked', async () => {
  const { page } = office
  await goTo(page, '/people')
  await page.getByRole('button', { name: 'Erase the record of Lea Brandt' }).click()
  await page.getByRole('heading', { level: 1, name: 'Erase the record of Lea Brandt' }).waitFor()
  expect(await found(office)).toEqual([])
  await page.getByRole('radio', { name: 'They ask for it' }).focus()
  await page.keyboard.press('ArrowDown')
  await page.getByRole('button', { name: 'Count what there is' }).press('Enter')
  await page.getByRole('heading', { name: 'This goes' }).waitFor()
  await page.getByText('2 claims: 1 being written and 1 earned').waitFor()
  await page.getByText(/2 files, /).waitFor()
  await page.getByText(/The place of 1 badge in the status list/).waitFor()
  expect(await found(office)).toEqual([])
  await page.getByRole('button', { name: 'Ask a second person' }).click()
  await page.getByText('You asked for it, so the yes has to be another person’s.').waitFor()
  expect(bodyOn(desmond, ErasureRecord, 'lea')?.ground).toBeUndefined()
})

test('the person is told what was asked, and by whom, and what to take along once it is agreed', async () => {
  const { page } = hers
  await goTo(page, '/today')
  await page.getByText(/asked for your record in this district to be erased/).waitFor()
  await ruth.act('erasure.agree', { person: 'lea' })
  await page.getByText(/agreed to erase your record in this district/).waitFor()
  await page.getByRole('link', { name: 'Your badges' }).waitFor()
  expect(await found(hers)).toEqual([])
})

test('a legal hold is said with its reason, and what was agreed waits for it', async () => {
  const { page } = office
  await page.getByRole('button', { name: 'Put a legal hold' }).click()
  await page.getByText('Write the reason first.').waitFor()
  await page.getByRole('textbox', { name: /^Reason/ }).fill('Case 26-114')
  await page.getByRole('button', { name: 'Put a legal hold' }).click()
  await page.getByText(/put a legal hold on this record/).waitFor()
  await page.getByText('Case 26-114').waitFor()
  expect(await found(office)).toEqual([])
  await page.getByRole('button', { name: 'Lift the hold' }).click()
  await page.getByText(/While a legal hold is on it/).waitFor()
})

test('it is called off by one press, and begun again it is done after seven days, on her computer too', async () => {
  const { page } = office
  await page.getByRole('button', { name: 'Call it off' }).click()
  await page.getByText(/Nothing was erased/).waitFor()
  await expect.poll(stateOf).toBe('called_off')
  await page.getByRole('button', { name: 'Count what there is' }).click()
  await page.getByRole('button', { name: 'Ask a second person' }).click()
  await page.getByText(/so the yes has to be another person’s/).waitFor()
  await ruth.act('erasure.agree', { person: 'lea' })
  district.move(erasureWaitMs)
  await district.restart()
  await page.getByText(/^Erased on /).waitFor()
  await goTo(page, '/people')
  await page
    .getByRole('list', { name: 'Records to be erased' })
    .getByText(/^Erased on/)
    .waitFor()
  expect(await found(office)).toEqual([])
  await hers.page.getByText(/Your record in this district was erased on/).waitFor()
  expect(await found(hers)).toEqual([])
})
