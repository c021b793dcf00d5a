import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import type { Session } from '../../contract/device/session.ts'
import type { DeviceReady, DistrictReady, Program } from '../walk/programs.ts'
import { ask, command, look, query, until } from './door.ts'
import type { Window } from './window.ts'
import { aStage } from './stage.ts'

// One teacher, two computers, a district that can be away: each is a program of its own.
const stage = aStage()
const folder = stage.folder()
const start = (name: string) => stage.device(join(folder, name))
const beginDistrict = (port = 0) => stage.districtProgram(join(folder, 'district'), port)

let district: Program<DistrictReady>
let laptop: Program<DeviceReady>
let tablet: Program<DeviceReady>
let atLaptop: Window
let atTablet: Window
let claim: string
let prompt: string

const code = 'exit-ticket'
const open = (program: Program<DeviceReady>) => stage.window(program.ready.startLink)
const answer = (page: Page) => page.getByRole('textbox', { name: /^Your answer/ })

async function joinAs(page: Page, invitation: string): Promise<void> {
  await ask(page, '/api/setup', { join: { address: district.ready.address, code: invitation } })
  await page.reload()
  await page.getByRole('navigation').waitFor()
}

async function microOf(page: Page) {
  return until('the micro-credential', async () => {
    const { micros } = await query(page, 'micro-credentials', {})
    return micros.find(row => row.body.code === code)
  })
}

beforeAll(async () => {
  district = await beginDistrict()
  laptop = await start('laptop')
  tablet = await start('tablet')
  atLaptop = await open(laptop)
  await joinAs(atLaptop.page, district.ready.invitation ?? '')
  const session: Session = JSON.parse(await look(atLaptop.page, '/api/session'))
  const invited = { person: session.person?.id }
  const told = JSON.parse(await ask(atLaptop.page, '/api/district/invitations', invited))
  atTablet = await open(tablet)
  await joinAs(atTablet.page, told.code)
  await microOf(atTablet.page)
})

test('without a network the tablet begins a claim and writes into it', async () => {
  const { port } = new URL(district.ready.address)
  await district.stop()
  const { page } = atTablet
  const micro = await microOf(page)
  await page.goto(`${tablet.ready.address}/micro-credentials/${micro.id}`)
  await page.getByRole('button', { name: /Start claim/ }).click()
  await answer(page).first().click()
  await page.keyboard.type('Four words of hers.')
  await answer(page).nth(1).click()
  await page.keyboard.type('Only here.')
  await page.getByRole('heading', { level: 1 }).click()
  await until('the words on the tablet’s disk', async () => {
    const { claims } = await query(page, 'claims', {})
    const { draft } = await query(page, 'claim', { claim: claims[0]?.id ?? '' })
    return Object.values(draft?.body.answers ?? {}).includes('Only here.') ? true : undefined
  })
  await tablet.stop()

  district = await beginDistrict(Number(port))
  const made = await command(atLaptop.page, 'claim.start', { microCredential: micro.id, code })
  claim = made['claim'] ?? ''
  prompt = micro.body.parts[0]?.prompts[0]?.id ?? ''
  const on = '2026-11-24'
  const text = 'The laptop’s own.'
  await command(atLaptop.page, 'claim.write', { claim, prompt, on, base: '', text })
  await ask(atLaptop.page, '/api/sync-now', {})
  await until('the laptop’s claim in the record', async () => {
    const rows = await query(atLaptop.page, 'claim', { claim })
    return rows.claim?.sight === 'record' && rows.draft?.sight === 'record' ? true : undefined
  })
})

test('with it, Today says in one line what is lost, and puts nothing away without asking', async () => {
  tablet = await start('tablet')
  await atTablet.context.close()
  atTablet = await open(tablet)
  const { page } = atTablet
  await page.goto(`${tablet.ready.address}/today`)
  const line = page.getByRole('listitem').filter({ hasText: /You began “.*” on two computers/ })
  await line.waitFor()
  await line.getByText('6 words').waitFor()
  const others = page
    .getByRole('listitem')
    .filter({ hasText: 'The district did not take a change' })
  expect(await others.count()).toBe(0)
  await line.getByRole('link', { name: /^Open that claim/ }).waitFor()

  await line.getByRole('button', { name: 'Put away' }).click()
  const sheet = page.getByRole('dialog', { name: 'Put 6 words away for good?' })
  await atTablet.context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await sheet.getByRole('button', { name: 'Copy the words' }).click()
  await sheet.getByText('Copied').waitFor()
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toBe('Four words of hers.\n\nOnly here.')
  await sheet.getByRole('button', { name: 'Keep them here' }).click()
  await sheet.waitFor({ state: 'detached' })
  await line.waitFor()
})

test('one action moves the words: an empty answer takes them, another keeps both side by side', async () => {
  const { page } = atTablet
  await page.getByRole('button', { name: 'Move it into that claim' }).click()
  await page.waitForURL(`**/claims/${claim}`)
  await page.getByText('Both are kept.').waitFor()
  await page.getByText('Four words of hers.').first().waitFor()
  await expect.poll(() => answer(page).nth(1).innerText()).toBe('Only here.')
  await until('all of it on the laptop', async () => {
    const { draft } = await query(atLaptop.page, 'claim', { claim })
    return draft?.body.aside?.[prompt]?.text === 'Four words of hers.' ? true : undefined
  })
  expect((await query(page, 'refused', {})).refused).toEqual([])
  await page.goto(`${tablet.ready.address}/today`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  expect(await page.getByText('on two computers').count()).toBe(0)
  expect(atTablet.complaints).toEqual([])
})
