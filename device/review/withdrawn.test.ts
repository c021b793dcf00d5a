import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { startDemoDistrict } from '../demo/district-process.ts'
import { done, made } from '../trial/done.ts'
import { joinWith } from '../trial/joined.ts'
import { openProgram, trialFolder } from '../trial/open-program.ts'
import { sentClaim } from '../trial/sent-claim.ts'
import { untilPasses } from '../../test/builders/patience.ts'

/** So long a withdrawal stays on its computer here (ms): a new claim is begun meanwhile. */
const holdMs = { 'claim.withdraw': 2_000 }
const folder = trialFolder()
afterAll(() => folder.remove())

test('who withdraws a claim and begins it again at once has both taken in, and its reading ends', async () => {
  const district = await startDemoDistrict(join(folder.path, 'district'))
  const joined = async (person: string) => {
    const program = await openProgram(folder.path, { random: () => 0, holdMs }, person)
    const code = district.people.find(({ id }) => id === person)?.code ?? ''
    await joinWith(program, district.address, code)
    return program
  }
  const teacher = await joined('maya')
  const coach = await joined('jonah')
  const claim = await sentClaim(teacher)
  await untilPasses(async () => {
    const { pool } = await coach.query('reviews', {})
    expect(pool.map(row => row.id)).toContain(claim)
  })
  const review = made(await done(coach, 'review.take', { claim }))
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
  for (const program of [teacher, coach]) await program.close()
  await district.close()
}, 90_000)
