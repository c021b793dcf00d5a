import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { found } from './axe-found.ts'
import { command, finishReview, look, query, until } from './door.ts'
import { become, type Key, type Played } from './loop-played.ts'
import { aStage, type Seat } from './stage.ts'

/** So long what leaves waits here (ms): enough to press a key on a slow machine too, little enough to see it go. */
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
  await page.getByRole('heading', { level: 1 }).waitFor()
}
const foot = () => page.getByRole('contentinfo')
const footSays = (said: string | RegExp) => foot().getByText(said, { exact: true })
const main = () => page.getByRole('main')
const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name })
const claimState = async (claim: string) =>
  (await query(page, 'claim', { claim })).claim?.body.state

test('a claim waits visibly after Send, and Ctrl+Z takes it back before it has gone', async () => {
  await at('ruth', `/claims/${played.ready}`)
  // The demo has another address at each start: something that gets through shows that it was found again.
  await command(page, 'claim.attest', { claim: played.ready, set: { aiUse: 'None.' } })
  await until('the last edit in the district', async () => {
    const { commands } = JSON.parse(await look(page, '/api/outbox'))
    return commands.length === 0 ? true : undefined
  })
  await page.keyboard.press('ControlOrMeta+Enter')
  await page.getByRole('button', { name: /Send now/ }).waitFor()
  await page.keyboard.press('ControlOrMeta+Enter')
  await heading(/^Sent/).waitFor()
  for (const place of [main(), foot()]) {
    await place.getByText(/^Goes in [1-8] s\.$/).waitFor()
    await place.getByRole('button', { name: 'Undo', description: /^Goes in/ }).waitFor()
  }
  await expect.poll(() => claimState(played.ready)).toBe('submitted')
  await page.keyboard.press('ControlOrMeta+z')
  await footSays('Taken back. Nothing left this computer.').waitFor()
  await page.getByRole('heading', { name: 'Ready to send' }).waitFor()
  await expect.poll(() => claimState(played.ready)).toBe('draft')
  expect(
    await main()
      .getByText(/Goes in/)
      .count(),
  ).toBe(0)
})

test('sent again it goes when its time has passed, and then undo says so', async () => {
  await page.keyboard.press('ControlOrMeta+Enter')
  await page.getByRole('button', { name: /Send now/ }).waitFor()
  const pressedAt = Date.now()
  await page.keyboard.press('ControlOrMeta+Enter')
  await main()
    .getByText(/^Goes in/)
    .waitFor()
  expect(await found(window)).toEqual([])
  await until('the claim in the district', async () =>
    (await claimState(played.ready)) === 'in_review' ? true : undefined,
  )
  expect(Date.now() - pressedAt).toBeGreaterThan(holdMs / 2)
  await main()
    .getByText(/^Goes in/)
    .waitFor({ state: 'detached' })
  await page.keyboard.press('ControlOrMeta+z')
  await footSays(
    'That is on its way or has gone already, so it can’t be undone here. Open it to see what can still be done.',
  ).waitFor()
})

test('the foot names the last thing until the next; Ctrl+Z undoes it on any screen, Ctrl+Shift+Z does it again', async () => {
  await at('maya', `/evidence/${played.piece}`)
  await page.getByRole('button', { name: 'Move to trash' }).click()
  await footSays('In Trash.').waitFor()
  await foot().getByRole('button', { name: 'Undo', description: 'In Trash.' }).waitFor()
  expect(await found(window)).toEqual([])
  // On another screen, by key.
  await page.getByRole('link', { name: 'Plan', exact: true }).click()
  await heading(/./).waitFor()
  await page.keyboard.press('ControlOrMeta+z')
  await footSays('Undone: in trash.').waitFor()
  const isTrashed = async () => {
    const { line } = await query(page, 'evidence', { evidence: played.piece })
    return line?.row.body.trashedAt !== undefined
  }
  expect(await isTrashed()).toBe(false)
  await page.keyboard.press('ControlOrMeta+Shift+z')
  await footSays('In Trash.').waitFor()
  expect(await isTrashed()).toBe(true)
  await foot().getByRole('button', { name: /^Undo/ }).click()
  await foot()
    .getByRole('button', { name: /Do it again/ })
    .waitFor()
  expect(await isTrashed()).toBe(false)
})

test('in a text Ctrl+Z undoes typing and nothing else', async () => {
  await at('maya', `/evidence/${played.piece}`)
  await page.getByRole('button', { name: 'Move to trash' }).click()
  await footSays('In Trash.').waitFor()
  const field = page.getByRole('textbox').first()
  await field.click()
  await page.keyboard.type('x')
  await page.keyboard.press('ControlOrMeta+z')
  await footSays('In Trash.').waitFor()
  await heading(/./).click()
  await page.keyboard.press('ControlOrMeta+z')
  await footSays('Undone: in trash.').waitFor()
})

test('a reading that was finished too early is open again with all its levels', async () => {
  await at('jonah', `/review/${played.reading}`)
  const { review } = await query(page, 'review', { review: played.reading })
  await page.getByText(/Criterion 1 of/).waitFor()
  await page.keyboard.press('2')
  await footSays('Level given.').waitFor()
  await page.keyboard.press('ControlOrMeta+z')
  await footSays('Undone: level given.').waitFor()
  await expect.poll(() => page.getByRole('radio').and(page.locator(':checked')).count()).toBe(0)
  for (const criterion of review?.body.criteria ?? [])
    await command(page, 'review.rate', {
      review: played.reading,
      criterion,
      rank: 2,
      activeMs: 1_000,
    })
  await page.reload()
  await page.getByRole('radio').and(page.locator(':checked')).waitFor()
  await page.keyboard.press('ControlOrMeta+Enter')
  await main()
    .getByText(/^Goes in/)
    .waitFor()
  await main().getByRole('button', { name: 'Undo' }).click()
  await page.getByRole('button', { name: /Finish reading/ }).waitFor()
  await page.getByRole('radio').and(page.locator(':checked')).waitFor()
  await finishReview(page, played.reading)
})

test('a badge is not revoked while one may think again', async () => {
  await at('ruth', '/issue')
  const states = async () => (await query(page, 'issue', {})).badges.map(row => row.body.state)
  await page
    .getByRole('button', { name: /^Change “/ })
    .first()
    .click()
  await page.getByRole('radio', { name: 'Revoke it' }).check()
  await page.getByRole('textbox', { name: 'Reason' }).fill('Issued to another person.')
  await page.getByRole('button', { name: 'Revoke this badge' }).click()
  await main().getByRole('button', { name: 'Undo' }).click()
  await footSays('Taken back. Nothing left this computer.').waitFor()
  await expect.poll(states).toEqual(['signed'])
})

test('badges that are approved together wait and are taken back together', async () => {
  await at('ruth', '/issue')
  await page.getByRole('button', { name: /^Approve 2 badges/ }).waitFor()
  await page.keyboard.press('ControlOrMeta+Enter')
  await main()
    .getByText(/^2 go in \d s\.$/)
    .waitFor()
  await page.keyboard.press('ControlOrMeta+z')
  await page.getByRole('button', { name: /^Approve 2 badges/ }).waitFor()
  await page.keyboard.press('ControlOrMeta+Enter')
  await main()
    .getByText(/^2 go in/)
    .waitFor()
  expect(await found(window)).toEqual([])
})

test('nothing broke on the way', () => {
  // The browser itself notes that taking back came too late: that is what was tried.
  expect(window.complaints.filter(text => !text.includes('409'))).toEqual([])
})
