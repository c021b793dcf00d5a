import { expect } from 'vitest'
import { untilPasses } from '../../test/builders/patience.ts'
import { done, made } from './done.ts'
import type { OpenProgram } from './open-program.ts'

/** The claims that wait for a coach, as this one sees them. */
export const poolOf = async (coach: OpenProgram): Promise<readonly string[]> =>
  (await coach.query('reviews', {})).pool.map(row => row.id)

/** A claim that a coach takes as soon as it waits for coaches; the reading's id. */
export async function takenReview(coach: OpenProgram, claim: string): Promise<string> {
  await untilPasses(async () => expect(await poolOf(coach)).toContain(claim))
  return made(await done(coach, 'review.take', { claim }))
}
