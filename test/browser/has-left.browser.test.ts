import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { districtPaths } from '../../contract/sync/version.ts'
import { GoalRecord } from '../../core/plan/record.ts'
import type { TrialDevice } from '../../district/trial/device.ts'
import { codeIn, joined } from '../../district/trial/device.ts'
import type { TrialDistrict } from '../../district/trial/district.ts'
import { entered } from '../../district/trial/entered.ts'
import { found } from './axe-found.ts'
import { aStage, type Seat } from './stage.ts'

const stage = aStage()
let district: TrialDistrict
let window: Seat
let page: Page
let jonah: TrialDevice
beforeAll(async () => {
  district = await stage.district()
  jonah = await joined(district, 'jonah')
  district.move(1_000)
  window = await stage.of(district, 'desmond')
  ;({ page } = window)
  await page.goto(`${window.address}/people`)
})

const gone = () => page.getByRole('list', { name: 'Have left' })
const leaves = (name: string) => page.getByRole('button', { name: `${name} has left the district` })

test('nobody is offered to let themselves go', async () => {
  await leaves('Jonah Feld').waitFor()
  expect(await leaves('Desmond Pryor').count()).toBe(0)
})

test('an administrator lets somebody go in one step, with what comes of it said before', async () => {
  await leaves('Jonah Feld').click()
  await page.getByText(/^Jonah Feld’s computers are sent away/).waitFor()
  expect(await found(window)).toEqual([])
  await page.getByRole('button', { name: 'They are still here' }).click()
  await expect.poll(() => gone().count()).toBe(0)
  await leaves('Jonah Feld').click()
  await page.getByRole('button', { name: 'They have left' }).click()
  await gone().getByText('Jonah Feld').waitFor()
  await gone()
    .getByText(/^left /)
    .waitFor()
  expect(await page.getByRole('button', { name: 'Invite Jonah Feld' }).count()).toBe(0)
  expect(await found(window)).toEqual([])
  const asked = await jonah.ask({ method: 'GET', target: districtPaths.room })
  expect(codeIn(asked)).toBe('device_revoked')
})

test('who is back stands in the list again, as an educator, and their old computer stays out', async () => {
  await gone().getByRole('button', { name: 'Jonah Feld is back' }).click()
  const row = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('button', { name: 'Invite Jonah Feld' }) })
  await row.waitFor()
  await row.getByText('educator').waitFor()
  await expect.poll(() => gone().count()).toBe(0)
  const asked = await jonah.ask({ method: 'GET', target: districtPaths.room })
  expect(codeIn(asked)).toBe('device_revoked')
  await page.getByRole('button', { name: 'Invite Jonah Feld' }).click()
  await page.getByRole('region', { name: 'Invitation for Jonah Feld' }).waitFor()
})

test('a goal that somebody published who has left is taken back by another administrator', async () => {
  const roles = ['educator', 'administrator'] as const
  await entered(district, 'olga', { name: 'Olga Ray', roles: [...roles] })
  const olga = await joined(district, 'olga')
  const title = 'Every learner speaks each day'
  const goal = (await olga.act('goal.add', { layer: 'district', title })).id('goal')
  await olga.act('goal.publish', { goal, on: true })
  const desmond = await joined(district, 'desmond')
  await desmond.act('person.leave', { person: 'olga', hasLeft: true })
  await page.goto(`${window.address}/plan`)
  await page.getByText(title).first().waitFor()
  await page.goto(`${window.address}/goals/${goal}`)
  await page.getByRole('button', { name: 'Take it back from the district' }).click()
  await page.waitForURL('**/plan')
  const isShown = async () => {
    const known = await district.program().house.store.seen().get(GoalRecord, goal)
    return known?.rec.body.published
  }
  await expect.poll(isShown).toBeUndefined()
  await page.getByText(title).first().waitFor({ state: 'detached' })
  await page.getByRole('heading', { level: 1 }).waitFor()
})

test('whom the district let go a school’s administrator sees among those who have left, and is not offered to bring them back', async () => {
  await entered(district, 'theo', {
    ...{ name: 'Theo Marsh', units: ['linden'] },
    grants: [{ role: 'administrator', within: 'linden' }],
  })
  const roles = ['educator', 'officer'] as const
  await entered(district, 'vera', { name: 'Vera Holm', units: ['linden'], roles: [...roles] })
  await entered(district, 'wim', { name: 'Wim Aas', units: ['linden'] })
  const desmond = await joined(district, 'desmond')
  await desmond.act('person.leave', { person: 'vera', hasLeft: true })
  const theo = await joined(district, 'theo')
  await theo.act('person.leave', { person: 'wim', hasLeft: true })
  const seen = await stage.of(district, 'theo')
  await seen.page.goto(`${seen.address}/people`)
  const row = seen.page.getByRole('listitem').filter({ hasText: 'Vera Holm' })
  await row.getByText('Those in charge above you say when they are back.').waitFor()
  expect(await row.getByRole('button').count()).toBe(0)
  await seen.page.getByRole('button', { name: 'Wim Aas is back' }).waitFor()
  expect(await found(seen)).toEqual([])
})
