import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoReadyToSend } from '../../content/demo/claims.ts'
import { hiddenFrom, maskedAttempt } from '../../core/review/masked.ts'
import { done } from '../trial/done.ts'
import type { OpenProgram } from '../trial/open-program.ts'
import { sentClaim } from '../trial/sent-claim.ts'
import { takenReview } from '../trial/taken-review.ts'
import type { TrialDistrict } from '../trial/trial-district.ts'
import { trialDistrict } from '../trial/trial-district.ts'
import { untilPasses } from '../../test/builders/patience.ts'

let trial: TrialDistrict
let desk: OpenProgram
/** Behind a road that can be cut. */
let tablet: OpenProgram
let claim: string
let review: string
let criterion: string

beforeAll(async () => {
  trial = await trialDistrict()
  desk = await trial.joined('desk', 'jonah')
  tablet = await trial.joined('tablet', 'jonah', { letInBy: desk, address: trial.road.address })
  claim = await sentClaim(await trial.joined('laptop', 'maya'))
  review = await takenReview(desk, claim)
  criterion = (await desk.query('review', { review })).review?.body.criteria[0] ?? ''
  await untilPasses(async () => expect(await reading(tablet)).toBeDefined())
}, 60_000)
afterAll(() => trial.close())

const reading = async (program: OpenProgram) =>
  (await program.query('review', { review })).review?.body
const levelOn = async (program: OpenProgram) => (await reading(program))?.levels[criterion]
const rate = (program: OpenProgram, rank: number | null) =>
  done(program, 'review.rate', { review, criterion, rank, activeMs: 0 })
const refusedOn = async (program: OpenProgram) =>
  (await program.query('refused', {})).refused.map(row => [row.command, row.refusal.code])

/** The tablet can be reached again, and both computers have heard everything. */
async function metAgain(): Promise<void> {
  await trial.road.mend()
  await tablet.post('/api/sync-now', {})
  await untilPasses(async () => {
    const [here, there] = await Promise.all(
      [desk, tablet].map(program => program.query('review', { review })),
    )
    expect([here?.review?.sight, there?.review?.sight]).toEqual(['record', 'record'])
    expect(there?.review?.body).toEqual(here?.review?.body)
  })
}

test('who only looks at a reading books minutes, and a level given on their other computer stays', async () => {
  await trial.road.cut()
  await rate(desk, 2)
  // The tablet has not heard of the level; its reader looks for a while and leaves.
  await done(tablet, 'review.spend', { review, activeMs: 60_000 })
  await done(desk, 'review.spend', { review, activeMs: 30_000 })
  expect(await levelOn(tablet)).toBeUndefined()
  await metAgain()
  expect(await levelOn(tablet)).toBe(2)
  expect((await reading(desk))?.activeMs).toBe(90_000)
})

test('undoing a level here leaves alone the one that was given elsewhere since, and says so', async () => {
  const given = await rate(desk, 1)
  await untilPasses(async () => expect(await levelOn(tablet)).toBe(1))
  await rate(tablet, 0)
  await untilPasses(async () => expect(await levelOn(desk)).toBe(0))
  const step = given.back?.step
  expect(await desk.command(step?.name ?? '', step?.input)).toEqual({
    status: 'refused',
    refusal: { code: 'changed_since', facts: { what: 'review' } },
  })
  expect([await levelOn(desk), await levelOn(tablet)]).toEqual([0, 0])
})

test('what was changed elsewhere before this computer heard of it stays too: the district leaves it alone', async () => {
  const given = await rate(tablet, 1)
  await untilPasses(async () => expect(await levelOn(desk)).toBe(1))
  await trial.road.cut()
  await rate(desk, 2)
  // The district has it before the tablet can be heard.
  await untilPasses(async () =>
    expect((await desk.query('review', { review })).review?.sight).toBe('record'),
  )
  const step = given.back?.step
  await done(tablet, step?.name ?? '', step?.input)
  expect(await levelOn(tablet)).toBe(0)
  await metAgain()
  expect([await levelOn(desk), await levelOn(tablet)]).toEqual([2, 2])
  expect(await refusedOn(tablet)).toContainEqual(['review.rate', 'changed_since'])
})

test('what a reader found to show who it is, the next reader of the claim does not see', async () => {
  const [prompt, text] = Object.entries(demoReadyToSend.answers)[0] ?? ['', '']
  const quote = text.slice(0, 20)
  const anchor = { place: `answer:${prompt}`, quote }
  await done(desk, 'review.mask', { review, mark: 'm1', anchor })
  await done(desk, 'review.give-back', { review })
  const next = await trial.joined('next', 'lucia')
  const theirs = await takenReview(next, claim)
  const { masks, attempts } = (await next.query('review', { review: theirs })).claim?.body ?? {}
  const [attempt] = attempts ?? []
  if (attempt === undefined) throw new Error('the claim is not there')
  const hidden = hiddenFrom('lucia', masks)
  expect(hidden).toEqual([anchor])
  expect(JSON.stringify(maskedAttempt(attempt, hidden).answers)).not.toContain(quote)
  expect(hiddenFrom('jonah', masks)).toEqual([])
})
