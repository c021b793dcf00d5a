import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { KeyChangeRecord } from '../../core/joint-act/key-change.ts'
import { bodyOn } from '../../district/trial/claim.ts'
import type { TrialDevice } from '../../district/trial/device.ts'
import { joined } from '../../district/trial/device.ts'
import type { TrialDistrict } from '../../district/trial/district.ts'
import { keysWhileStopped } from '../../district/trial/keys.ts'
import { found } from './axe-found.ts'
import { aStage, type Seat } from './stage.ts'

const stage = aStage()
let district: TrialDistrict
let window: Seat
let page: Page
let desmond: TrialDevice
beforeAll(async () => {
  district = await stage.district({ publicUrl: 'https://record.example.org' })
  desmond = await joined(district, 'desmond')
  window = await stage.of(district, 'ruth')
  ;({ page } = window)
})

test('an officer agrees on screen to a change of keys that an administrator asked for', async () => {
  const input = { what: 'rotate', reason: 'Once a year, as we agreed in August.' }
  const change = (await desmond.act('key-change.ask', input)).id('key-change')
  await page.goto(`${window.address}/today`)
  await page.getByText('Agree or decline: sign badges with a new key', { exact: true }).waitFor()
  await page.goto(`${window.address}/keys`)
  await page.getByRole('button', { name: 'Agree: Sign with a new key' }).waitFor()
  expect(await found(window)).toEqual([])
  await page.getByRole('button', { name: 'Agree: Sign with a new key' }).click()
  await page.getByText('keys rotate', { exact: true }).waitFor()
  await desmond.until(() => bodyOn(desmond, KeyChangeRecord, change)?.decidedBy)
  expect(await found(window)).toEqual([])
})

test('the form says what lacks, asks, and takes back; nobody is offered to agree to their own', async () => {
  await page.getByLabel('What is to be done').selectOption('compromise')
  await page.getByRole('button', { name: 'Ask for it' }).click()
  for (const lacks of ['such as key-2.', 'Choose a day and a time', 'Write why.'])
    await page.getByText(lacks).last().waitFor()
  expect(await found(window)).toEqual([])
  await page.getByLabel('Which key').fill('key-1')
  await page.getByLabel('Since when').fill('2026-11-20T08:00')
  await page.getByLabel('Reason').fill('A copy of the keys folder is missing.')
  await page.getByRole('button', { name: 'Ask for it' }).click()
  await page.getByText('You asked for it, so somebody else says yes.').waitFor()
  expect(await page.getByRole('button', { name: /^Agree: Give up key-1/ }).count()).toBe(0)
  await page.getByRole('button', { name: /^Take back: Give up key-1/ }).click()
  await page.getByText(/Taken back by Ruth/).waitFor()
})

test('what one did alone stands on Today and here, with their reason', async () => {
  await keysWhileStopped(district, ['rotate', '--alone', 'All laptops were lost.'])
  await page.goto(`${window.address}/today`)
  await page
    .getByText('The district’s keys were changed without a second person', { exact: true })
    .waitFor()
  await page.goto(`${window.address}/keys`)
  await page.getByText('All laptops were lost.').waitFor()
  expect(await found(window)).toEqual([])
})
