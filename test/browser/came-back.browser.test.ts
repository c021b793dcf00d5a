import { createHash } from 'node:crypto'
import { existsSync, globSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { giveWordAgain, overview, reflection, send } from '../walk/story/claim.ts'
import { ask, command, query, until } from './door.ts'
import type { Window } from './window.ts'
import { aStage } from './stage.ts'

// A district and a teacher's computer of their own: files are taken away from under both.
const stage = aStage()
const folder = stage.folder()
const code = 'exit-ticket'
const file = {
  name: 'sorted tickets.txt',
  mimeType: 'text/plain',
  buffer: Buffer.from('Nine, eleven and two tickets.'),
}
const sha256 = createHash('sha256').update(file.buffer).digest('hex')

let address: string
let maya: Window
let claim: string

const copies = (of: 'district' | 'laptop') =>
  globSync(join(folder, of, '**', sha256)).filter(path => existsSync(path))
const stateOf = async () => (await query(maya.page, 'claim', { claim })).claim?.body.state

const fileInDistrict = () =>
  until('the file in the district', async () => (copies('district').length > 0 ? true : undefined))

beforeAll(async () => {
  const district = await stage.districtProgram(join(folder, 'district'))
  const computer = await stage.device(join(folder, 'laptop'))
  ;({ address } = computer.ready)
  maya = await stage.window(computer.ready.startLink)
  const { page } = maya
  const { address: at, invitation = '' } = district.ready
  await ask(page, '/api/setup', { join: { address: at, code: invitation } })
  await page.reload()
  await page.getByRole('navigation').waitFor()
  const micro = await until('the micro-credential', async () => {
    const { micros } = await query(page, 'micro-credentials', {})
    return micros.find(row => row.body.code === code)
  })
  claim = (await command(page, 'claim.start', { microCredential: micro.id, code }))['claim'] ?? ''
  const answers = { 'ticket-question': overview, 'what-changed': reflection }
  for (const [prompt, text] of Object.entries(answers))
    await command(page, 'claim.write', { claim, prompt, on: '2026-11-24', text, base: '' })
})

test('a claim whose file went missing comes back, and its screen names the file', async () => {
  const { page } = maya
  await page.goto(`${address}/add?slot=${claim}/sorted-tickets`)
  await page.locator('input[type=file]').setInputFiles(file)
  await page.getByText('In “Tickets from one class, sorted”').waitFor()
  const { evidence } = await query(page, 'claim', { claim })
  const piece = evidence[0]?.id ?? ''
  const set = { shown: 'nobody', released: false } as const
  await command(page, 'evidence.describe', { evidence: piece, set })
  const caption = { evidence: piece, field: 'note', base: '', text: 'Three piles.' } as const
  await command(page, 'evidence.write', caption)
  const word = { ready: true, release: true, ownWork: true, aiUse: 'Not at all.' }
  await command(page, 'claim.attest', { claim, set: word })
  await fileInDistrict()
  for (const of of ['district', 'laptop'] as const) for (const path of copies(of)) rmSync(path)

  await page.goto(`${address}/claims/${claim}`)
  await send(page)
  await until('the claim that came back', async () =>
    (await stateOf()) === 'incomplete' ? true : undefined,
  )
  await page.goto(`${address}/claims/${claim}`)
  const margin = page.getByRole('complementary')
  await margin.getByRole('heading', { name: 'Why it came back' }).waitFor()
  const found = margin
    .getByRole('listitem')
    .filter({ hasText: 'A file that can’t be read any more' })
  await found.getByText('“sorted tickets”').waitFor()
  await margin.getByRole('heading', { name: '4 to fix before you send' }).waitFor()
  await page.keyboard.press('F8')
  await expect
    .poll(() => found.getByRole('button', { name: 'Add it again' }).evaluate(isFocused))
    .toBe(true)
  await page.keyboard.press('ControlOrMeta+.')
  await expect
    .poll(() => page.getByRole('button', { name: 'Add a file' }).evaluate(isFocused))
    .toBe(true)
})

test('with what it found still as it was, it can be sent, and says that it may come back', async () => {
  const { page } = maya
  await giveWordAgain(page)
  await page.getByRole('heading', { name: '1 to fix before you send' }).waitFor()
  await page.keyboard.press('ControlOrMeta+Enter')
  const sheet = page.getByRole('dialog')
  await sheet.getByText('One thing that the district found is still as it was.').waitFor()
  await sheet.getByRole('button', { name: 'Not now' }).click()
})

test('the same file added again is whole here, goes to the district by itself, and the claim is read', async () => {
  const { page } = maya
  await page.goto(`${address}/add?slot=${claim}/sorted-tickets`)
  await page.locator('input[type=file]').setInputFiles(file)
  await page.getByText('In “Tickets from one class, sorted”').waitFor()
  await page.goto(`${address}/claims/${claim}`)
  const margin = page.getByRole('complementary')
  await margin.getByText('A file that the district could not read').waitFor()
  expect(await margin.getByText('A file that can’t be read any more').count()).toBe(0)
  await margin.getByText('All of it is mended by now; send it again.').waitFor()
  await fileInDistrict()
  await send(page)
  await until('the claim in the queue', async () =>
    (await stateOf()) === 'in_review' ? true : undefined,
  )
  expect(maya.complaints).toEqual([])
})

const isFocused = (element: Element) => element === document.activeElement
