import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { found } from './axe-found.ts'
import { command, query, until } from './door.ts'
import { become, type Key, type Played } from './loop-played.ts'
import { allThere } from './visit.ts'
import { aStage, type Seat } from './stage.ts'

/** So long a withdrawal waits here (ms): enough to take it back. */
const holdMs = 8_000
const stage = aStage()
let window: Seat
let page: Page
let played: Played

beforeAll(async () => {
  const own = await stage.ownDemo(holdMs)
  ;({ played } = own)
  window = own
  ;({ page } = window)
})

async function at(person: Key, path: string): Promise<void> {
  await become(page, person)
  await page.goto(`${window.address}${path}`)
  await allThere(page)
}
const main = () => page.getByRole('main')
const stateOf = async (claim: string) => (await query(page, 'claim', { claim })).claim?.body.state
const answersOf = async (claim: string) =>
  Object.values((await query(page, 'claim', { claim })).draft?.body.answers ?? {}).filter(Boolean)

let again: string

test('a claim that is being written can be given up, and taken back before it has gone', async () => {
  await at('ruth', `/claims/${played.ready}`)
  expect(await found(window)).toEqual([])
  const giveUp = page.getByRole('button', { name: 'Give up this claim' })
  await giveUp.click()
  await main().getByRole('button', { name: 'Undo' }).click()
  await giveUp.waitFor()
  await expect.poll(() => stateOf(played.ready)).toBe('draft')
})

test('given up, all that was written is still read, and a new claim is offered to begin with it', async () => {
  const written = await answersOf(played.ready)
  await page.getByRole('button', { name: 'Give up this claim' }).click()
  await main().getByText('Withdrawn', { exact: true }).waitFor()
  expect(await main().getByRole('textbox').count()).toBe(0)
  await main()
    .getByText(written[0] ?? '')
    .waitFor()
  await main().getByText('Tickets in three piles').waitFor()
  expect(await found(window)).toEqual([])
  // At once, while the withdrawal still waits: the new claim goes behind it.
  const { claim } = await query(page, 'claim', { claim: played.ready })
  const offer = page.getByText(
    /^You withdrew a claim for this .+ It holds \d+ words and 1 piece of evidence\.$/,
  )
  const startAgain = async () => {
    await page.goto(`${window.address}/micro-credentials/${claim?.body.microCredential}`)
    await page.getByRole('button', { name: /^Start claim/ }).click()
    await offer.waitFor()
  }
  await startAgain()
  expect(await found(window)).toEqual([])
  // A new one that is given up with nothing in it stands in nothing's way.
  await page.getByRole('button', { name: 'Give up this claim' }).click()
  await main().getByText('Withdrawn', { exact: true }).waitFor()
  await startAgain()
  await page.getByRole('button', { name: 'Bring them over' }).click()
  await main()
    .getByText(written[0] ?? '')
    .waitFor()
  await page.getByText(/^You withdrew a claim for this/).waitFor({ state: 'detached' })
  again = page.url().split('/').at(-1) ?? ''
  await expect.poll(() => answersOf(again)).toEqual(written)
  await until('both in the district', async () => {
    const rows = await query(page, 'claim', { claim: again })
    const old = await query(page, 'claim', { claim: played.ready })
    return rows.draft?.sight === 'record' && old.claim?.sight === 'record' ? true : undefined
  })
  expect((await query(page, 'refused', {})).refused).toEqual([])
  await page.goto(`${window.address}/claims/${played.ready}`)
  await page.getByRole('link', { name: 'Start it again' }).click()
  await page.getByRole('button', { name: /^Go on with your claim/ }).waitFor()
})

test('a coach whose claim is withdrawn is told so, keeps their notes, and has it in the queue no more', async () => {
  await at('jonah', `/review/${played.reading}`)
  const { review, claim } = await query(page, 'review', { review: played.reading })
  const criterion = review?.body.criteria[0] ?? ''
  const text = 'Nine of the tickets compare different wholes.'
  await command(page, 'review.comment', { review: played.reading, criterion, text, base: '' })
  await command(page, 'review.rate', { review: played.reading, criterion, rank: 1, activeMs: 9 })
  await until('the comment in the district', async () => {
    const rows = await query(page, 'review', { review: played.reading })
    return rows.review?.sight === 'record' ? true : undefined
  })
  await at('desmond', `/claims/${claim?.id}`)
  await page.getByRole('button', { name: 'Withdraw' }).click()
  await main().getByRole('button', { name: 'Undo' }).waitFor()
  await until('the withdrawal in the district', async () => {
    const rows = await query(page, 'claim', { claim: claim?.id ?? '' })
    return rows.claim?.sight === 'record' && rows.claim.body.state === 'withdrawn'
      ? true
      : undefined
  })
  await at('jonah', '/review')
  const line = page.getByRole('listitem').filter({ hasText: review?.body.title ?? '' })
  await line
    .filter({ hasText: 'Withdrawn' })
    .getByRole('link', { name: /^See your notes/ })
    .click()
  await main()
    .getByText(/^Its teacher withdrew this claim .+ Your notes are kept for you\.$/)
    .waitFor()
  await main().getByText(text).waitFor()
  expect(await main().getByRole('textbox').count()).toBe(0)
  expect(await found(window)).toEqual([])
  const { readings } = await query(page, 'reviews', {})
  expect(readings).toEqual([])
  await page.keyboard.press('ControlOrMeta+Enter')
  await page.getByRole('heading', { name: 'Given back or withdrawn' }).waitFor()
  expect(await found(window)).toEqual([])
})

test('of a reading that an older program left open, the coach is told the same and puts it away', async () => {
  // As it was before withdrawing ended readings: still called open, its claim gone from this computer.
  await page.route('**/api/queries/review*', async route => {
    // What the browser itself would say: without it the program answers nobody.
    const headers = { ...route.request().headers(), 'sec-fetch-site': 'same-origin' }
    const answer = await route.fetch({ headers })
    const body = (await answer.text()).replaceAll(/"state":"returned"/g, '"state":"reading"')
    const told = body.replaceAll(/,"withdrawnAt":\d+/g, '')
    await route.fulfill({ response: answer, body: told })
  })
  await at('jonah', `/review/${played.reading}`)
  await main()
    .getByText(/^Its teacher has withdrawn this claim/)
    .waitFor()
  await page.getByRole('button', { name: /^Put it away/ }).waitFor()
  expect(await found(window)).toEqual([])
  await page.unroute('**/api/queries/review*')
})

test('nothing broke on the way', () => {
  // The browser itself notes what a window asked for one person while it became another's.
  expect(window.complaints.filter(text => !text.includes('409'))).toEqual([])
})
