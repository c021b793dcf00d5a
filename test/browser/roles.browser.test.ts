import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { districtPaths } from '../../contract/sync/version.ts'
import { ClaimRecord } from '../../core/claim/record.ts'
import { roleRequestMs } from '../../core/person/role-request.ts'
import { bodyOn, readyClaim, submission } from '../../district/trial/claim.ts'
import type { TrialDevice } from '../../district/trial/device.ts'
import { joined } from '../../district/trial/device.ts'
import type { TrialDistrict } from '../../district/trial/district.ts'
import { entered } from '../../district/trial/entered.ts'
import { found } from './axe-found.ts'
import { aStage, type Seat } from './stage.ts'

const stage = aStage()
let district: TrialDistrict
let window: Seat
let page: Page
let ruth: TrialDevice
beforeAll(async () => {
  district = await stage.district()
  ruth = await joined(district, 'ruth')
  window = await stage.of(district, 'desmond')
  ;({ page } = window)
})

const requests = () =>
  [...ruth.records.keys()].filter(key => key.startsWith('role-request/')).map(key => key.slice(13))

/** The id of somebody whom the screen added. */
async function idOf(name: string): Promise<string> {
  const known = () => [...ruth.records].find(([, body]) => body['name'] === name)?.[0]
  return (await ruth.until(known)).slice('person/'.length)
}

async function add(name: string): Promise<void> {
  await page.getByRole('button', { name: 'Add a person' }).first().click()
  const form = page.getByRole('region', { name: 'Add a person' })
  await form.getByLabel('Name', { exact: true }).fill(name)
  await form.getByRole('checkbox', { name: /^Credential officer/ }).check()
  await form.getByText(/is named by two/).waitFor()
  expect(await found(window)).toEqual([])
  await form.getByRole('button', { name: /^Add/ }).click()
}

test('an administrator who names an officer sees who has to agree and since when, and that it was given', async () => {
  await page.goto(`${window.address}/people`)
  await add('Vera Lund')
  await page.getByText(/Waits for the yes of Ruth Lindqvist/).waitFor()
  await page.getByText('Vera Lund: the district has it. The role waits').waitFor()
  expect(await page.getByRole('button', { name: /^Agree: Vera/ }).count()).toBe(0)
  expect(await found(window)).toEqual([])
  const request = await ruth.until(() => requests()[0])
  await ruth.act('role.agree', { request })
  await page.getByText(/Waits for the yes/).waitFor({ state: 'detached' })
  await page
    .getByRole('listitem')
    .filter({ hasText: 'Vera Lund' })
    .getByText(/officer/i)
    .waitFor()
})

test('what was asked for can be taken back', async () => {
  await add('Bo Tran')
  await page.getByRole('button', { name: /^Take back: Bo Tran/ }).click()
  await page.getByRole('button', { name: /^Take back: Bo Tran/ }).waitFor({ state: 'detached' })
})

test('a school that is closed says so and is no longer to be chosen, until it is opened again', async () => {
  await page.getByRole('button', { name: 'Close Mill Creek Elementary' }).click()
  await page.getByText(/^closed\. Nobody new works there/).waitFor()
  expect(await found(window)).toEqual([])
  const choice = page.getByRole('checkbox', { name: /^Mill Creek Elementary/ })
  await page.getByRole('button', { name: 'Add a person' }).first().click()
  await page.getByRole('checkbox', { name: /^Linden Elementary/ }).waitFor()
  expect(await choice.count()).toBe(0)
  await page.getByRole('button', { name: 'Not now' }).click()
  await page.getByRole('button', { name: 'Open again: Mill Creek Elementary' }).click()
  await page.getByRole('button', { name: 'Close Mill Creek Elementary' }).waitFor()
})

test('an officer asked for by another stands on Today, and is agreed to on a page of its own', async () => {
  const person = { name: 'Nils Berg', place: '', roles: ['educator', 'administrator'] }
  const other = await joined(district, 'desmond')
  await other.act('person.add', { id: 'nils', person })
  const seen = await stage.of(district, 'ruth')
  await seen.page.getByText('Agree or decline: a role for Nils Berg', { exact: true }).waitFor()
  await seen.page.goto(`${seen.address}/people/roles`)
  await seen.page.getByRole('button', { name: /^Agree: Nils Berg/ }).waitFor()
  expect(await found(seen)).toEqual([])
  await seen.page.getByRole('button', { name: /^Agree: Nils Berg/ }).click()
  await seen.page.getByText('No role waits for a yes.').waitFor()
  await seen.close()
})

test('what the district closed says to a school’s administrator that they can’t open it again', async () => {
  await entered(district, 'theo', {
    ...{ name: 'Theo Marsh', units: ['linden'] },
    grants: [{ role: 'administrator', within: 'linden' }],
  })
  const other = await joined(district, 'desmond')
  await other.act('unit.close', { unit: 'linden', isClosed: true })
  const seen = await stage.of(district, 'theo')
  await seen.page.goto(`${seen.address}/people`)
  await seen.page.getByText(/closed by those in charge above you/).waitFor()
  const again = { name: 'Open again: Linden Elementary' }
  expect(await seen.page.getByRole('button', again).count()).toBe(0)
  await expect
    .poll(() => seen.page.getByRole('button', { name: 'Rename Linden Elementary' }).count())
    .toBe(1)
  expect(await found(seen)).toEqual([])
  await seen.close()
  await page.goto(`${window.address}/people`)
  await page.getByRole('button', again).click()
  await page.getByRole('button', { name: 'Close Linden Elementary' }).waitFor()
})

test('a request to which nobody said yes says to both that it ran out, and needs nobody on Today', async () => {
  await page.goto(`${window.address}/people`)
  await add('Lena Ort')
  await page.getByRole('button', { name: /^Take back: Lena Ort/ }).waitFor()
  const seen = await stage.of(district, 'ruth')
  const line = seen.page.getByText('Agree or decline: a role for Lena Ort', { exact: true })
  await line.waitFor()
  for (const shown of [page, seen.page])
    await shown.clock.setFixedTime(Date.now() + roleRequestMs + 60_000)
  await seen.page.reload()
  await seen.page.getByRole('heading', { level: 1 }).waitFor()
  await line.waitFor({ state: 'detached' })
  await seen.page.goto(`${seen.address}/people/roles`)
  const ranOut = /Asked for by Desmond .* Nobody said yes, so it ran out/
  await seen.page.getByText(ranOut).waitFor()
  expect(await seen.page.getByRole('button', { name: /Lena Ort/ }).count()).toBe(0)
  expect(await found(seen)).toEqual([])
  await seen.close()
  await page.reload()
  await page.getByText(ranOut).waitFor()
  expect(await page.getByRole('button', { name: /^Take back: Lena/ }).count()).toBe(0)
  await page.clock.setFixedTime(Date.now())
})

test('who takes the last other officer’s role away is told before, and from when they may give one alone', async () => {
  await page.goto(`${window.address}/people`)
  // Ruth is to be the last who could say yes.
  for (const name of ['Nils Berg', 'Vera Lund']) await entered(district, await idOf(name), { name })
  await page.getByRole('button', { name: 'Change Ruth Lindqvist' }).click()
  const form = page.getByRole('region', { name: 'Change Ruth Lindqvist' })
  await form.getByRole('checkbox', { name: /^Credential officer/ }).uncheck()
  await form.getByRole('checkbox', { name: /^Educator/ }).check()
  await form.getByText(/^This takes such a role away, at once/).waitFor()
  expect(await found(window)).toEqual([])
  await form.getByRole('button', { name: /^Save the change/ }).click()
  await page.getByText('Ruth Lindqvist: the district has it.').waitFor()
  await add('Somebody Else')
  await page.goto(`${window.address}/today`)
  await page.getByText(/You took such a role from somebody within the last seven days/).waitFor()
  expect(await found(window)).toEqual([])
})

test('an administrator gives a claim back whose coach can’t go on, without being told what it says', async () => {
  const maya = await joined(district, 'maya')
  const jonah = await joined(district, 'jonah')
  const { claim } = await readyClaim(maya)
  await maya.act('claim.submit', submission(maya, claim))
  await jonah.until(() => bodyOn(jonah, ClaimRecord, claim))
  await jonah.act('review.take', { claim })
  await page.goto(`${window.address}/people`)
  const list = page.getByRole('list', { name: 'Being read by coaches' })
  await list.getByText(/with Jonah Feld/).waitFor()
  expect(await found(window)).toEqual([])
  await list.getByRole('button', { name: /^Release “.*” of Maya/ }).click()
  await list.waitFor({ state: 'detached' })
  await maya.until(() =>
    bodyOn(maya, ClaimRecord, claim)?.readers.length === 0 ? true : undefined,
  )
})

test('what somebody may do is told from the directory: nothing of theirs is asked for, of this computer or the district', async () => {
  const questions: string[] = []
  page.on('request', request => {
    const { pathname, search } = new URL(request.url())
    // Screens that nobody has opened yet come beside everything.
    if (!pathname.startsWith('/assets/'))
      questions.push(`${request.method()} ${pathname}${search} ${request.postData() ?? ''}`)
  })
  await page.goto(`${window.address}/people`)
  const show = page.getByRole('button', { name: 'What they may do: Jonah Feld' })
  await show.waitFor()
  const ofTheScreen = new Set(questions)
  const from = district.log().length
  await show.click()
  const sheet = page.getByRole('dialog', { name: 'What Jonah Feld may read and do' })
  await sheet.getByText(/^Reads every claim in review in the district/).waitFor()
  await sheet.getByText(/^This follows from their entry alone/).waitFor()
  await sheet.getByRole('button', { name: 'Close' }).click()
  await sheet.waitFor({ state: 'detached' })
  expect(questions.filter(question => !ofTheScreen.has(question))).toEqual([])
  const routes = [
    ...district
      .log()
      .slice(from)
      .matchAll(/"route":"([^"]+)"/g),
  ].map(([, at]) => at)
  expect(routes.filter(route => !route?.includes(districtPaths.pull))).toEqual([])
})
