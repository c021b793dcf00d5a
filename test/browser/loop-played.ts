import type { Page } from 'playwright-core'
import type { CommandAnswer } from '../../contract/device/door.ts'
import type { Session } from '../../contract/device/session.ts'
import { ask, command, finishReview, look, query, until } from './door.ts'

/** Addresses of what the loop left behind, each as the person sees it whom it concerns. */
export interface Played {
  readonly half: string
  readonly sent: string
  readonly goal: string
  readonly piece: string
  readonly film: string
  readonly micro: string
  readonly framework: string
  readonly badge: string
  readonly reading: string
  /** A claim of Ruth's with nothing left to fix. */
  readonly ready: string
}

export type Key = 'maya' | 'jonah' | 'lucia' | 'ruth' | 'desmond'

const title = 'An exit ticket that changes tomorrow'
const answers = {
  'ticket-question':
    'I asked which is bigger, two thirds or three quarters, and why. It checks whether children compare pieces ' +
    'of one and the same whole. Half an understanding says that thirds are bigger because each piece is bigger.',
  'what-changed':
    'Nine tickets compared pieces of different wholes, so on Thursday we began with two of these drawings and asked ' +
    'what has to be the same. Four children cut paper strips with me. Most drew equal bars afterwards.',
}
const word = { ready: true, release: true, ownWork: true, aiUse: 'Not at all.' }

/** Shows the computer of one of the demo's people, and waits until the window has begun anew with them. */
export async function become(page: Page, person: Key): Promise<void> {
  const session: Session = JSON.parse(await look(page, '/api/session'))
  const secret = await page.evaluate(() => localStorage.getItem('meritfolio.secret') ?? '')
  const anew = session.person?.id === person ? undefined : begunAnew(page)
  // Not by the page itself: it may be gone before it has the answer.
  const answer = await fetch(new URL('/api/demo-person', page.url()), {
    method: 'POST',
    headers: { 'x-meritfolio': secret, 'sec-fetch-site': 'same-origin' },
    body: JSON.stringify({ person }),
  })
  if (!answer.ok) throw new Error(await answer.text())
  await anew
}

/**
 * Plays the loop by the door's own commands, so that every screen has something to show: one claim of Maya's with its
 * badge, one that waits for the office, one that Jonah is reading, one half written.
 */
export async function playLoop(page: Page): Promise<Played> {
  const ready = await until('what Maya did before', async () => {
    const { claims } = await query(page, 'claims', {})
    const claim = claims.find(row => row.body.title === title)
    if (claim === undefined) return undefined
    const { evidence } = await query(page, 'claim', { claim: claim.id })
    return evidence.length > 0 ? claim.id : undefined
  })
  await command(page, 'claim.attest', { claim: ready, set: word })
  await send(page, ready)
  for (const person of ['lucia', 'desmond'] as const) {
    await become(page, person)
    await send(page, await write(page))
  }
  await become(page, 'jonah')
  await judge(page, 'maya')
  await judge(page, 'lucia')
  const reading = await take(page, 'desmond')
  await become(page, 'ruth')
  const unsent = await write(page)
  const claim = await until('an earned claim of Maya', async () => {
    const { toIssue } = await query(page, 'issue', {})
    return toIssue.find(row => row.body.owner === 'maya')?.id
  })
  await command(page, 'badge.approve', { claim })
  await become(page, 'maya')
  const badge = await until('the signed badge', async () => {
    const { badges } = await query(page, 'badges', {})
    return badges.find(row => row.body.state === 'signed')?.id
  })
  return { ...(await places(page)), badge, reading, sent: ready, ready: unsent }
}

/** The window when it is loaded next. */
async function begunAnew(page: Page): Promise<void> {
  await page.waitForEvent('domcontentloaded')
  await page.getByRole('navigation').waitFor()
}

async function places(page: Page) {
  const { claims } = await query(page, 'claims', {})
  const { goals } = await query(page, 'plan', {})
  const { lines } = await query(page, 'evidence.list', {})
  const { frameworks } = await query(page, 'frameworks', {})
  const half = claims.find(row => row.body.state === 'draft')
  const ofType = (type: string) =>
    lines.find(({ row }) => row.body.file?.mediaType.startsWith(type))?.row.id
  return {
    half: given(half?.id),
    micro: given(half?.body.microCredential),
    goal: given(goals.find(row => row.body.layer === 'personal')?.id),
    piece: given(ofType('application/pdf')),
    film: given(ofType('video/')),
    framework: given(frameworks[0]?.id),
  }
}

async function write(page: Page): Promise<string> {
  const micro = await until('the micro-credential', async () => {
    const { micros } = await query(page, 'micro-credentials', {})
    return micros.find(row => row.body.title === title)
  })
  const { code } = micro.body
  const made = await command(page, 'claim.start', { microCredential: micro.id, code })
  const claim = given(made['claim'])
  const on = '2026-03-02'
  for (const [prompt, text] of Object.entries(answers))
    await command(page, 'claim.write', { claim, prompt, on, text, base: '' })
  const kept = await command(page, 'evidence.keep', {
    kind: 'reflection',
    title: 'Tickets in three piles',
    note: 'What each pile says about the whole.',
    text: 'Nine, eleven and two tickets, by what the drawing shows about the whole.',
    happenedOn: on,
    shown: 'nobody',
    goals: [],
  })
  const evidence = given(kept['evidence'])
  await command(page, 'claim.fill', { claim, slot: 'sorted-tickets', evidence, place: 1 })
  await command(page, 'claim.attest', { claim, set: word })
  return claim
}

async function send(page: Page, claim: string): Promise<void> {
  const answer: CommandAnswer = JSON.parse(await ask(page, '/api/send-claim', { claim }))
  if (answer.status === 'refused') throw new Error(JSON.stringify(answer.refusal))
  await until('the claim in the district', async () => {
    const rows = await query(page, 'claim', { claim })
    return rows.claim?.body.state === 'in_review' || undefined
  })
}

async function take(page: Page, owner: Key): Promise<string> {
  const claim = await until(`the claim of ${owner} in the queue`, async () => {
    const { pool } = await query(page, 'reviews', {})
    return pool.find(row => row.body.owner === owner)?.id
  })
  return given((await command(page, 'review.take', { claim }))['review'])
}

async function judge(page: Page, owner: Key): Promise<void> {
  const review = await take(page, owner)
  const rows = await query(page, 'review', { review })
  for (const criterion of given(rows.review).body.criteria)
    await command(page, 'review.rate', { review, criterion, rank: 2, activeMs: 1_000 })
  await finishReview(page, review)
}

function given<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the demo lacks something that a screen needs')
  return value
}
