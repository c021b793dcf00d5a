import type { BrowserContext, Page } from 'playwright-core'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { QueryRows } from '../../contract/device/queries.ts'
import { command, query, until } from './door.ts'
import { become, type Key } from './loop-played.ts'
import { aStage } from './stage.ts'

const stage = aStage()
let address: string
let context: BrowserContext
/** Shows Maya, and types. */
let first: Page
/** Changes to someone else. */
let second: Page
let claim: string
let secret: string

beforeAll(async () => {
  ;({ page: first, context, address } = await stage.ownDemo())
  await become(first, 'maya')
  secret = await first.evaluate(() => localStorage.getItem('meritfolio.secret') ?? '')
  second = await context.newPage()
  await second.goto(`${address}/today`)
  await second.getByRole('navigation').waitFor()
  const micro = await until('a micro-credential', async () => {
    const { micros } = await query(first, 'micro-credentials', {})
    return micros.find(row => row.body.code === 'every-learner-can-get-in')
  })
  const { code } = micro.body
  claim = (await command(first, 'claim.start', { microCredential: micro.id, code }))['claim'] ?? ''
})
beforeEach(async () => {
  await become(second, 'maya')
  await first.goto(`${address}/claims/${claim}`)
  await answer(first).waitFor()
})

const answer = (page: Page) => page.getByRole('textbox', { name: /^Your answer/ }).first()
const foot = (page: Page) => page.getByRole('contentinfo')
const one = { jonah: /^Jonah/, lucia: /^Lucía/, maya: /^Maya/, ruth: /^Ruth/, desmond: /^Desmond/ }
const whoOf = (page: Page, person: Key) =>
  page
    .getByRole('group', { name: 'Be someone else in the demo' })
    .getByRole('button', { name: one[person] })
const shows = (page: Page, person: Key) =>
  expect.poll(() => whoOf(page, person).getAttribute('aria-pressed')).toBe('true')

/** Asks the program without a window: those begin anew whenever somebody else is shown. */
async function asked(path: string, value?: unknown): Promise<string> {
  const answer = await fetch(`${address}${path}`, {
    headers: { 'x-meritfolio': secret, 'sec-fetch-site': 'same-origin' },
    ...(value === undefined ? {} : { method: 'POST', body: JSON.stringify(value) }),
  })
  return answer.text()
}
/** What waits on the computer that is shown now. */
const outbox = async (): Promise<readonly unknown[]> =>
  JSON.parse(await asked('/api/outbox')).commands
const typedIn = async () => {
  const answer = await asked('/api/queries/claim', { input: { claim } })
  const { draft, micro }: QueryRows<'claim'> = JSON.parse(answer).rows
  return draft?.body.answers[micro?.body.parts[0]?.prompts[0]?.id ?? '']
}

test('when one window changes to someone else, the other begins anew with them and says so', async () => {
  await whoOf(second, 'jonah').click()
  await foot(first)
    .getByText(/^Another window changed to Jonah Feld\.$/)
    .waitFor()
  expect(new URL(first.url()).pathname).toBe('/today')
  for (const page of [first, second]) await shows(page, 'jonah')
  // Who did it need not be told.
  expect(
    await foot(second)
      .getByText(/^Another window/)
      .count(),
  ).toBe(0)
})

test('what is typed in a window that has not heard yet lands with nobody, and is offered when its writer is back', async () => {
  // Nothing is told to any window: both are deaf.
  await context.route('**/api/events', route => route.abort())
  for (const page of [first, second]) await page.reload()
  await answer(first).click()
  await first.keyboard.type('Mine.')
  await until('the first words on disk', async () =>
    (await typedIn()) === 'Mine.' ? true : undefined,
  )
  await asked('/api/demo-person', { person: 'jonah' })
  const his = await outbox()
  await first.keyboard.type(' And these came too late.')
  await first.waitForURL('**/today')
  await foot(first)
    .getByText(
      /^Another window changed to Jonah Feld\. What you were typing as Maya Okafor waits in this window until/,
    )
    .waitFor()
  expect(await outbox()).toEqual(his)

  await asked('/api/demo-person', { person: 'maya' })
  await expect.poll(typedIn).toBe('Mine.')
  await first.goto(`${address}/claims/${claim}`)
  const note = first.getByRole('alert').filter({ hasText: 'not saved' })
  await note.waitFor()
  await context.unroute('**/api/events')
  await note.getByText(/“Mine\. And/).waitFor()
  await note.getByRole('button', { name: 'Put them in' }).click()
  await until('all words on disk', async () =>
    (await typedIn())?.startsWith('Mine. And') === true ? true : undefined,
  )
})
