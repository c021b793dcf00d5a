import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { found } from './axe-found.ts'
import { command, query, until } from './door.ts'
import { beginAlone, type Window } from './window.ts'
import { aStage } from './stage.ts'
import type { DeviceReady, Program } from '../walk/programs.ts'

const passphrase = 'four words in a row'
const stage = aStage()
const folder = stage.folder()
let program: Program<DeviceReady>
let open: Window
let page: Page
let code = ''

beforeAll(async () => {
  await start()
  await beginAlone(page, 'Maya')
})

/** The program begins anew on the same folder, with a new window. */
async function start(): Promise<void> {
  program = await stage.device(folder)
  open = await stage.window(program.ready.startLink)
  page = open.page
}
async function restart(): Promise<void> {
  await open.context.close()
  await program.stop()
  await start()
}
async function settings(): Promise<void> {
  await page.goto(`${program.ready.address}/settings/device`)
  await page.getByRole('heading', { name: 'Lock' }).waitFor()
}
const button = (name: string) => page.getByRole('button', { name })

test('a teacher locks her records with a code that she has written down and a passphrase', async () => {
  await settings()
  await page.getByText('Not locked yet.').waitFor()
  await button('Lock the records').click()
  code = await page.getByText(/^([0-9A-Z]{4}-){7}[0-9A-Z]{4}$/).innerText()
  expect(await found(open)).toEqual([])

  await page.getByRole('textbox', { name: 'Last group of the code' }).fill('AAAA')
  await page.getByLabel('Passphrase').fill(passphrase)
  await button('Lock now').click()
  await page.getByText('That is not the last group of the code.').waitFor()

  await page.getByRole('textbox', { name: 'Last group of the code' }).fill(code.slice(-4))
  await page.getByLabel('Passphrase').fill('short')
  await page.keyboard.press('Enter')
  await page.getByText('The passphrase is shorter than 12 signs.').waitFor()

  await page.getByLabel('Passphrase').fill(passphrase)
  await page.keyboard.press('Enter')
  await page.getByText('Each start asks for your passphrase.').waitFor()
})

test('at the next start nothing is shown before it is opened, in her language too', async () => {
  await restart()
  await page.getByRole('heading', { name: 'Your records are locked' }).waitFor()
  expect(await page.getByText('Maya').count()).toBe(0)
  expect(await found(open)).toEqual([])
  await page.getByRole('radio', { name: 'Español' }).check({ force: true })
  await page.getByRole('heading', { name: 'Tus registros están bloqueados' }).waitFor()
  await page.getByRole('radio', { name: 'English' }).check({ force: true })

  const word = page.getByLabel('Passphrase or recovery code')
  await word.fill('four words in a raw')
  await word.press('Enter')
  await page.getByText('That is neither the passphrase nor the recovery code.').waitFor()
  await word.fill(passphrase)
  await word.press('Enter')
  await page.getByRole('navigation').waitFor()
  await page.getByText('Maya').first().waitFor()
})

test('a link to a screen leads there once the lock is open, by the recovery code', async () => {
  await restart()
  await page.goto(`${program.ready.address}/plan`)
  await page.getByLabel('Passphrase or recovery code').fill(code.toLowerCase())
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Plan' }).waitFor()
})

test('what she types under the lock stands in no store of the window, even while nothing is kept', async () => {
  const [micro] = (await query(page, 'micro-credentials', {})).micros
  if (micro === undefined) throw new Error('no micro-credential')
  const { code: name } = micro.body
  const { claim } = await command(page, 'claim.start', { microCredential: micro.id, code: name })
  await page.goto(`${program.ready.address}/claims/${claim}`)
  const commands = '**/api/commands'
  await page.route(commands, route => route.abort())
  await page
    .getByRole('textbox', { name: /^Your answer/ })
    .first()
    .click()
  await page.keyboard.type('A child by name')
  await page.getByText('Kept in this window; saving again').first().waitFor()
  const stored = await page.evaluate(() =>
    JSON.stringify([{ ...localStorage }, { ...sessionStorage }]),
  )
  expect(stored).not.toContain('child')
  await page.unroute(commands)
  const kept = async () => {
    const { draft } = await query(page, 'claim', { claim: claim ?? '' })
    return JSON.stringify(draft?.body.answers).includes('A child by name') ? true : undefined
  }
  await until('the text on disk', kept)
})

test('she changes her passphrase and the code, and the old passphrase opens nothing', async () => {
  const renewed = 'quite another four words'
  await settings()
  await button('Change passphrase and recovery code').click()
  const newCode = await page.getByText(/^([0-9A-Z]{4}-){7}[0-9A-Z]{4}$/).innerText()
  expect(newCode).not.toBe(code)
  expect(await found(open)).toEqual([])
  await page.getByRole('textbox', { name: 'Last group of the code' }).fill(newCode.slice(-4))
  await page.getByLabel('Passphrase').fill('password password')
  await button('Use these from now on').click()
  await page.getByText('among the first that anybody would try').waitFor()
  await page.getByLabel('Passphrase').fill(renewed)
  await button('Use these from now on').click()
  await button('Change passphrase and recovery code').waitFor()
  await restart()
  const word = page.getByLabel('Passphrase or recovery code')
  await word.fill(passphrase)
  await word.press('Enter')
  await page.getByText('That is neither the passphrase nor the recovery code.').waitFor()
  await word.fill(renewed)
  await word.press('Enter')
  await page.getByRole('navigation').waitFor()
})

test('she takes the lock away, after being asked once', async () => {
  await settings()
  await button('Take the lock away').click()
  await button('Keep the lock').click()
  await button('Take the lock away').click()
  await button('Take it away').click()
  await page.getByText('Not locked yet.').waitFor()
  await restart()
  await page.getByRole('navigation').waitFor()
  expect(open.complaints).toEqual([])
})
