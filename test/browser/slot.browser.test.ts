import type { Page } from 'playwright-core'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { command, query } from './door.ts'
import { aStage } from './stage.ts'

const stage = aStage()
let address: string
let page: Page
let complaints: readonly string[]
let claim: string

const slot = 'sorted-tickets'
const label = 'Tickets from one class, sorted'
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABpfZFQAAAAABJRU5ErkJggg==',
  'base64',
)
/** A picture of its own bytes: what is kept twice is one piece. */
const picture = (name: string) => ({
  name,
  mimeType: 'image/png',
  buffer: Buffer.concat([png, Buffer.from(name)]),
})
const filled = async () =>
  Object.keys((await query(page, 'claim', { claim })).draft?.body.filled ?? {})

beforeAll(async () => {
  ;({ page, complaints, address } = await stage.alone('Maya'))
  const { micros } = await query(page, 'micro-credentials', {})
  const micro = micros.find(row => row.body.code === 'exit-ticket')
  const start = { microCredential: micro?.id ?? '', code: 'exit-ticket' }
  claim = (await command(page, 'claim.start', start))['claim'] ?? ''
})
beforeEach(async () => {
  await page.goto(`${address}/claims/${claim}`)
  await page.getByRole('button', { name: 'Add a file' }).waitFor()
})

test('a picture behind more links than a page holds is offered, and found by its words', async () => {
  await page.goto(`${address}/add`)
  await page.locator('input[type=file]').setInputFiles(picture('Old tickets.png'))
  await page.getByText('Kept', { exact: true }).waitFor()
  const { lines } = await query(page, 'evidence.list', {})
  const evidence = lines[0]?.row.id ?? ''
  await command(page, 'evidence.describe', { evidence, set: { happenedOn: '2026-01-08' } })
  const made = { kind: 'link', note: '', happenedOn: '2026-11-20', shown: 'nobody' } as const
  for (let n = 0; n < 60; n += 1) {
    const link = `https://alder.example/${n}`
    await command(page, 'evidence.keep', { ...made, title: `Page ${n}`, link, goals: [] })
  }
  await page.goto(`${address}/claims/${claim}`)
  await page.getByRole('button', { name: 'Choose from evidence' }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('button', { name: 'Use this: Old tickets' }).waitFor()
  expect(await sheet.getByText('Page 1', { exact: true }).count()).toBe(0)
  await sheet.getByRole('searchbox').fill('nobody wrote')
  await sheet.getByText('Nothing that fits holds these words.').waitFor()
  await sheet.getByRole('searchbox').fill('old tick')
  await sheet.getByRole('button', { name: 'Use this: Old tickets' }).click()
  await page.getByText('1 of 1 to 3').waitFor()
  await expect.poll(filled).toEqual([`${slot}/${evidence}`])
})

test('files dropped on a slot fill it as far as it has room; the rest is kept, and that is said', async () => {
  const transfer = await page.evaluateHandle(
    names => {
      const held = new DataTransfer()
      for (const name of names) held.items.add(new File([`tickets of ${name}`], name))
      return held
    },
    ['monday.txt', 'tuesday.txt', 'wednesday.txt'],
  )
  const at = page.getByRole('heading', { name: label })
  await at.dispatchEvent('dragover', { dataTransfer: transfer })
  await at.dispatchEvent('drop', { dataTransfer: transfer })
  await page.getByText(`What you keep here goes into “${label}”`).waitFor()
  const lineOf = (name: string) => page.getByRole('listitem').filter({ hasText: name })
  for (const name of ['monday.txt', 'tuesday.txt'])
    await lineOf(name).getByText(`In “${label}”`).waitFor()
  await lineOf('wednesday.txt')
    .getByText('Kept, but not in the claim: it takes 3 pieces there, and has them.')
    .waitFor()
  await page.getByRole('group', { name: 'Who can be seen or heard?' }).waitFor()
  await expect.poll(filled).toHaveLength(3)
  await page.getByRole('link', { name: /^Back to/ }).click()
  await page.getByText('3 of 1 to 3').waitFor()
})

test('the slot’s own button chooses files of this computer for it', async () => {
  await page.getByRole('button', { name: /^Take out: monday/ }).click()
  await page.getByText('2 of 1 to 3').waitFor()
  const choosing = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Add a file' }).click()
  await (await choosing).setFiles(picture('Friday.png'))
  await page.getByText(`In “${label}”`).waitFor()
  await page.getByRole('link', { name: /^Back to/ }).click()
  await page.getByText('3 of 1 to 3').waitFor()
  await page.getByRole('link', { name: 'Open: Friday' }).waitFor()
  expect(complaints).toEqual([])
})
