import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { DistrictRecord, districtId } from '../../core/person/district.ts'
import { bodyOn } from '../../district/trial/claim.ts'
import type { TrialDevice } from '../../district/trial/device.ts'
import { joined } from '../../district/trial/device.ts'
import type { TrialDistrict } from '../../district/trial/district.ts'
import { found } from './axe-found.ts'
import { aStage, type Seat } from './stage.ts'

const stage = aStage()
let district: TrialDistrict
let window: Seat
let page: Page
let maya: TrialDevice
/** The screens count by the real clock: what is added here lies two school years ahead, where the demo has no days. */
const year = new Date().getUTCFullYear() + 3
beforeAll(async () => {
  district = await stage.district()
  maya = await joined(district, 'maya')
  window = await stage.of(district, 'desmond')
  ;({ page } = window)
})

const daysOn = (month: string) =>
  (bodyOn(maya, DistrictRecord, districtId)?.holidays ?? []).filter(({ day }) =>
    day.startsWith(`${year}-${month}`),
  )
const becomes = (month: string, days: readonly string[]) =>
  maya.until(() =>
    JSON.stringify(daysOn(month).map(one => one.day)) === JSON.stringify(days) ? true : undefined,
  )
const add = () => page.getByRole('group', { name: 'Add days' })

test('an administrator finds the district’s name under People and access, and everybody reads the new one', async () => {
  await page.goto(`${window.address}/people`)
  await page.getByRole('link', { name: 'Name and days of the district' }).click()
  await page.getByRole('heading', { level: 1, name: 'Name and days of the district' }).waitFor()
  expect(await found(window)).toEqual([])
  const name = page.getByRole('textbox', { name: 'Name of the district' })
  const before = await name.inputValue()
  await name.fill('  ')
  await page.getByRole('button', { name: 'Save name and time zone' }).click()
  await page.getByText('Write the name first.').waitFor()
  await name.fill('Elm Hollow Schools')
  await page.getByRole('combobox', { name: 'Time zone' }).selectOption('America/Denver')
  await page.getByRole('button', { name: 'Save name and time zone' }).click()
  await page.getByText('Saved.').waitFor()
  await maya.until(() =>
    bodyOn(maya, DistrictRecord, districtId)?.name === 'Elm Hollow Schools' ? true : undefined,
  )
  expect(bodyOn(maya, DistrictRecord, districtId)?.timeZone).toBe('America/Denver')
  await page.goto(`${window.address}/settings/district`)
  await page.getByText('You are in Elm Hollow Schools.').waitFor()
  await page.goto(`${window.address}/people/district`)
  expect(before).not.toBe('')
})

test('what can’t be days is said at the field, and nothing is added by it', async () => {
  await add().getByRole('button', { name: 'Add' }).click()
  await add().getByText('Write the date first, such as 11/26/2026.').waitFor()
  await add().getByLabel('First day').fill(`${year}-03-16`)
  await add().getByLabel('Last day').fill(`${year}-03-12`)
  await add().getByRole('button', { name: 'Add' }).click()
  await add().getByText('The last day comes before the first.').waitFor()
  await add()
    .getByLabel('Last day')
    .fill(`${year + 40}-03-12`)
  await add().getByRole('button', { name: 'Add' }).click()
  await add()
    .getByText(/Look at the year/)
    .waitFor()
  expect(await found(window)).toEqual([])
  await page.keyboard.press('Escape')
  await expect.poll(() => add().getByLabel('First day').inputValue()).toBe('')
  expect(daysOn('03')).toEqual([])
})

test('a break is added as one range, shown as one line, and removed as a whole or for one day', async () => {
  const monday = firstMonday(3)
  const from = dayOf(3, monday)
  await add().getByLabel('First day').fill(from)
  await add()
    .getByLabel('Last day')
    .fill(dayOf(3, monday + 8))
  await add().getByLabel('What it is').fill('Fair week')
  await page.keyboard.press('Control+Enter')
  await page.getByText('7 days added.').waitFor()
  const week = [0, 1, 2, 3, 4, 7, 8].map(n => dayOf(3, monday + n))
  await becomes('03', week)
  const heading = page.getByRole('heading', { name: `${year - 1} to ${year}` })
  const line = page
    .locator('section', { has: heading })
    .last()
    .getByRole('listitem')
    .filter({ has: page.getByText('Fair week', { exact: true }) })
  await line.getByText('7 days').waitFor()
  await line.getByText('Day by day').click()
  expect(await found(window)).toEqual([])
  await line
    .locator('details')
    .getByRole('button', { name: /^Remove Fair week/ })
    .nth(1)
    .click()
  await becomes('03', [week[0] ?? '', ...week.slice(2)])
  await page.getByRole('button', { name: 'Undo' }).click()
  await becomes('03', week)
  await page
    .getByRole('button', { name: /^Remove Fair week, .* to / })
    .first()
    .click()
  await becomes('03', [])
})

test('a pasted list is taken whole, or not at all while a line of it can’t be read', async () => {
  const monday = firstMonday(5)
  const list = page.getByRole('textbox', { name: 'Days, one on each line' })
  await page.getByRole('button', { name: 'Paste a list' }).click()
  const good = `${dayOf(5, monday)} to ${dayOf(5, monday + 1)} Exam days\n5/${monday + 3}/${year}`
  await list.fill(`${good}\nMemorial Day`)
  await page.getByRole('button', { name: 'Add these days' }).click()
  await page.getByText(/^Line 3, “Memorial Day”:/).waitFor()
  expect(await found(window)).toEqual([])
  expect(daysOn('05')).toEqual([])
  await list.fill(good)
  await page.getByRole('button', { name: 'Add these days' }).click()
  await page.getByText('3 days added.').waitFor()
  await becomes(
    '05',
    [0, 1, 3].map(n => dayOf(5, monday + n)),
  )
})

test('a teacher, and an administrator of one school, are told whose it is', async () => {
  const seen = await stage.of(district, 'maya')
  await seen.page.goto(`${seen.address}/people/district`)
  await seen.page.getByText(/are for the administrators of the whole district/).waitFor()
  expect(await seen.page.getByRole('button', { name: 'Save name and time zone' }).count()).toBe(0)
})

function firstMonday(month: number): number {
  const first = new Date(Date.UTC(year, month - 1, 1)).getUTCDay()
  return 1 + ((8 - first) % 7)
}
const dayOf = (month: number, day: number) =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
