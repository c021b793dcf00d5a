import { afterAll, beforeAll, expect, test } from 'vitest'
import { done, made } from '../trial/done.ts'
import { sentClaim } from '../trial/sent-claim.ts'
import { takenReview } from '../trial/taken-review.ts'
import type { TrialDistrict } from '../trial/trial-district.ts'
import { trialDistrict } from '../trial/trial-district.ts'
import { untilPasses } from '../../test/builders/patience.ts'

/** So long a withdrawal stays on its computer here (ms): a new claim is begun meanwhile. */
const holdMs = { 'claim.withdraw': 2_000 }
let trial: TrialDistrict
beforeAll(async () => {
  trial = await trialDistrict()
}, 60_000)
afterAll(() => trial.close())

test('who withdraws a claim and begins it again at once has both taken in, and its reading ends', async () => {
  const teacher = await trial.joined('teacher', 'maya', { holdMs })
  const coach = await trial.joined('coach', 'jonah', { holdMs })
  const claim = await sentClaim(teacher)
  const review = await takenReview(coach, claim)
  const sent = await untilPasses(async () => {
    const { body } = (await teacher.query('claim', { claim })).claim ?? {}
    expect(body?.readers).toEqual(['jonah'])
    return body
  })
  await done(teacher, 'claim.withdraw', { claim })
  const { microCredential = '', code = '' } = sent ?? {}
  const again = made(await done(teacher, 'claim.start', { microCredential, code }))
  await untilPasses(async () => {
    const { refused } = await teacher.query('refused', {})
    expect(refused).toEqual([])
    expect((await teacher.query('claim', { claim: again })).claim?.sight).toBe('record')
  })
  await untilPasses(async () => {
    const rows = await coach.query('review', { review })
    expect(rows.claim).toBeUndefined()
    expect(rows.review?.body.state).toBe('returned')
    expect(rows.review?.body.withdrawnAt).toBeGreaterThan(0)
  })
}, 90_000)
