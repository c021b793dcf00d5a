import { GivenEndorsementRecord } from '../../core/endorsement/given.ts'
import { bodyOf } from '../../db/records/kinds.ts'
import { inBothLanguages } from '../../words/shell-words.ts'
import { unexplained } from '../badge/unexplained.ts'
import type { House } from '../house.ts'

/**
 * After an older copy of the record was brought back: takes back again what the world was last told is taken back and the
 * copy does not know of, so that every computer learns it, also where who did it comes no more. That is all that a set bit
 * can mean of an endorsement; of a badge it may mean that another took its place, so nothing is done about those.
 */
export async function takeBackAgain(house: House): Promise<void> {
  const { given } = await unexplained(house, house.published)
  for (const { rec, madeAt } of given) {
    const reason = inBothLanguages(words => words.district.takenBackAgain)
    const key = `district:take-back-again:${rec.id}:${madeAt}`
    const input = bodyOf({ endorsement: rec.id, reason })
    const { status } = await house.perform('endorsement.take-back', input, { key })
    house.tell.worked('taken back again', { status, kind: GivenEndorsementRecord.kind })
  }
}
