import type { Locator, Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { BadgeRecord } from '../../core/badge/record.ts'
import { JointActRecord } from '../../core/joint-act/record.ts'
import { bodyOn, earnedClaim } from '../../district/trial/claim.ts'
import type { TrialDevice } from '../../district/trial/device.ts'
import { joined } from '../../district/trial/device.ts'
import { entered } from '../../district/trial/entered.ts'
import type { TrialDistrict } from '../../district/trial/district.ts'
import { found } from './axe-found.ts'
import { aStage, type Seat } from './stage.ts'

const stage = aStage()
let district: TrialDistrict
let window: Seat
let page: Page
let maya: TrialDevice
let vera: TrialDevice
let badges: string[]
beforeAll(async () => {
  district = await stage.district()
  maya = await joined(district, 'maya')
  const jonah = await joined(district, 'jonah')
  await entered(district, 'vera', { name: 'Vera Lund', roles: ['officer'] })
  vera = await joined(district, 'vera')
  badges = []
  for (const bytes of ['one', 'two', 'three']) {
    const claim = await earnedClaim(maya, jonah, bytes)
    const badge = (await vera.act('badge.approve', { claim })).id('badge')
    await maya.until(() => bodyOn(maya, BadgeRecord, badge)?.credential)
    badges.push(badge)
    // The list is ordered by when they were approved.
    district.move(1_000)
  }
  window = await stage.of(district, 'ruth')
  ;({ page } = window)
  await page.goto(`${window.address}/issue`)
})

const changes = (): Locator => page.getByRole('button', { name: /^Change “/ })
const stateOf = (id: string) => bodyOn(maya, BadgeRecord, id)?.state
const becomes = (id: string, state: string) =>
  maya.until(() => (stateOf(id) === state ? true : undefined))

test('the office suspends a badge with a reason, lifts that again, and issues one anew', async () => {
  await changes().first().waitFor()
  expect(await found(window)).toEqual([])
  const sheet = page.getByRole('dialog')
  const id = badges[0] ?? ''
  const change = async (choice: string, does: string, reason: string) => {
    await changes().last().click()
    await sheet.getByRole('radio', { name: choice }).check()
    await sheet.getByRole('textbox', { name: 'Reason' }).fill(reason)
    await sheet.getByRole('button', { name: does }).click()
    await sheet.waitFor({ state: 'detached' })
  }
  await changes().last().click()
  await sheet.getByRole('button', { name: 'Suspend this badge' }).click()
  await sheet.getByText(/needs a reason/).waitFor()
  expect(await found(window)).toEqual([])
  await page.keyboard.press('Escape')
  await change('Suspend it', 'Suspend this badge', 'We are looking into a question.')
  await page.getByText(/Suspended .*: “We are looking into a question.”/).waitFor()
  await becomes(id, 'suspended')
  await change('Lift the suspension', 'Lift the suspension', 'It was answered.')
  await becomes(id, 'signed')
  await change('Issue it anew', 'Issue this badge anew', 'The district has a new name.')
  await page.getByText(/Issued anew: “The district has a new name.”/).waitFor()
  await becomes(id, 'superseded')
  badges[0] = bodyOn(maya, BadgeRecord, id)?.replacedBy ?? ''
  await becomes(badges[0], 'signed')
})

test('the office sees link by link why a badge can be believed', async () => {
  await page
    .getByRole('link', { name: /^An exit ticket/ })
    .first()
    .click()
  const chain = page.getByRole('list').filter({ hasText: 'The decision is the reader’s own' })
  await chain.getByText(/signed every level/).waitFor()
  await chain.getByText('The signature fits, and nothing was changed since.').waitFor()
  const marks = () =>
    chain.getByRole('img').evaluateAll(all => all.map(mark => mark.getAttribute('aria-label')))
  // The files lie with their owner and the district: this computer says so, and does not guess.
  await expect.poll(marks).toEqual(['Holds', 'Holds', 'Holds', 'Holds', 'Can’t be told here'])
  expect(await found(window)).toEqual([])
  await page.goto(`${window.address}/issue`)
})

test('what another officer proposed is shown whole, and what this one proposed takes another', async () => {
  const proposed = await vera.act('act.propose', {
    badges: badges.slice(0, 2),
    reason: 'Both were issued to another person.',
  })
  const list = page.getByRole('list', { name: 'Takes two officers' })
  await list.getByText('Revoke 2 badges of 1 person').waitFor()
  await list.getByText(/Asked for by Vera Lund/).waitFor()
  expect(await found(window)).toEqual([])
  await list.getByRole('button', { name: /^Decline/ }).click()
  await list.getByText(/Declined by Ruth/).waitFor()
  await vera.until(() =>
    bodyOn(vera, JointActRecord, proposed.id('act'))?.state === 'declined' ? true : undefined,
  )
  await becomes(badges[0] ?? '', 'signed')
})

test('what was proposed by an officer who is none any more can only be declined, and says so', async () => {
  const reason = 'Another mistake.'
  await vera.act('act.propose', { badges: badges.slice(0, 2), reason })
  await entered(district, 'vera', { name: 'Vera Lund', roles: ['educator'] })
  const line = page
    .getByRole('list', { name: 'Takes two officers' })
    .getByRole('listitem')
    .filter({ hasText: reason })
  await line.getByText(/^Vera Lund no longer holds a role/).waitFor()
  expect(await line.getByRole('button', { name: /^Confirm/ }).count()).toBe(0)
  expect(await found(window)).toEqual([])
  await line.getByRole('button', { name: /^Decline/ }).click()
  await line.getByText(/Declined by Ruth/).waitFor()
  await entered(district, 'vera', { name: 'Vera Lund', roles: ['officer'] })
})

test('after a second yes the district does it', async () => {
  await vera.act('act.propose', { badges: badges.slice(0, 2), reason: 'Issued by mistake.' })
  const list = page.getByRole('list', { name: 'Takes two officers' })
  await list.getByRole('button', { name: /^Confirm/ }).click()
  await list.getByText(/2 badges revoked .* by Vera Lund and Ruth/).waitFor()
  for (const badge of badges.slice(0, 2)) await becomes(badge, 'revoked')
})

test('several are chosen by a word, for one reason', async () => {
  await page.getByRole('link', { name: 'Revoke several' }).click()
  await page.getByRole('heading', { level: 1, name: 'Revoke several' }).waitFor()
  await page.getByRole('textbox', { name: 'Find' }).fill('nobody of that name')
  await page.getByText('No badge that holds fits this.').waitFor()
  await page.getByRole('textbox', { name: 'Find' }).fill('maya')
  await page.getByRole('button', { name: 'Choose the 1 shown' }).click()
  expect(await found(window)).toEqual([])
  await page.getByRole('button', { name: /^Revoke 1 badge/ }).click()
  await page.getByText(/needs a reason/).waitFor()
  await page.getByRole('textbox', { name: 'Reason' }).fill('Issued by mistake.')
  await page.getByRole('button', { name: /^Revoke 1 badge/ }).click()
  await page.waitForURL(/\/issue$/)
  await page
    .getByText(/Revoked .*: “Issued by mistake.”/)
    .first()
    .waitFor()
})
