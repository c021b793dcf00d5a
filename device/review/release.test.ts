import { afterAll, beforeAll, expect, test } from 'vitest'
import { beingReadReply } from '../../contract/sync/being-read.ts'
import { done } from '../trial/done.ts'
import type { OpenProgram } from '../trial/open-program.ts'
import { sentClaim } from '../trial/sent-claim.ts'
import { poolOf, takenReview } from '../trial/taken-review.ts'
import type { TrialDistrict } from '../trial/trial-district.ts'
import { trialDistrict } from '../trial/trial-district.ts'
import { untilPasses } from '../../test/builders/patience.ts'

let trial: TrialDistrict
let teacher: OpenProgram
/** Behind a road that can be cut, with a clock that can be set. */
let coach: OpenProgram
let clockOffMs = 0
let officer: OpenProgram
let claim: string

beforeAll(async () => {
  trial = await trialDistrict()
  teacher = await trial.joined('teacher', 'maya')
  const clock = () => Date.now() + clockOffMs
  coach = await trial.joined('coach', 'jonah', { address: trial.road.address, clock })
  officer = await trial.joined('officer', 'ruth')
  claim = await sentClaim(teacher)
}, 60_000)
afterAll(() => trial.close())

const toldTo = async (program: OpenProgram) => {
  const answer = await program.knock('/api/district/being-read')
  return answer.ok ? beingReadReply.parse(await answer.json()).claims : answer.status
}

test('the office, which coaches nobody, releases a claim whose coach can’t go on, and it waits for coaches again; its own computer holds nothing of it', async () => {
  expect(await toldTo(officer)).toEqual([])
  const review = await takenReview(coach, claim)
  await untilPasses(async () =>
    expect(await toldTo(officer)).toMatchObject([{ claim, owner: 'maya', reader: 'jonah' }]),
  )
  await officer.post('/api/sync-now', {})
  // Neither the claim nor the reading nor a place in any queue comes with it.
  expect((await officer.query('claim', { claim })).claim).toBeUndefined()
  expect((await officer.query('review', { review })).review).toBeUndefined()
  expect(await poolOf(officer)).toEqual([])

  expect((await officer.command('review.release-unseen', { claim })).status).toBe('queued')
  await untilPasses(async () => expect(await poolOf(coach)).toContain(claim))
  await untilPasses(async () => expect(await toldTo(officer)).toEqual([]))
  await untilPasses(async () =>
    expect((await coach.query('review', { review })).review?.body.state).toBe('returned'),
  )
  expect((await officer.query('refused', {})).refused).toEqual([])
})

test('a coach releases nobody’s reading, and is shown none to release', async () => {
  expect(await toldTo(coach)).toBe(403)
  expect(await coach.command('review.release', { claim })).toMatchObject({ status: 'refused' })
})

test('a clock that is set back without a network keeps no reading from being finished', async () => {
  const review = await takenReview(coach, claim)
  await untilPasses(async () =>
    expect((await coach.query('review', { review })).review?.sight).toBe('record'),
  )
  await trial.road.cut()
  clockOffMs = -3_600_000
  const { micro } = await coach.query('review', { review })
  for (const { id, passRank } of micro?.body.parts.flatMap(part => part.criteria) ?? [])
    await done(coach, 'review.rate', { review, criterion: id, rank: passRank })
  const finished = await coach.post('/api/finish-review', { review })
  expect(JSON.parse(await finished.text())).toMatchObject({ status: 'applied' })
  clockOffMs = 0
  await trial.road.mend()
  await coach.post('/api/sync-now', {})
  await untilPasses(async () =>
    expect((await teacher.query('claim', { claim })).claim?.body.state).toBe('earned'),
  )
})
