import { canonical, sha256Text } from '../kit/canonical.ts'
import { standingCriteria } from '../claim/open-parts.ts'
import type { Attempt, Outcome } from '../claim/record.ts'
import type { MicroCredential } from '../micro-credential/record.ts'
import { judge } from './judge.ts'
import { ratingsOf } from './ratings.ts'
import type { Review } from './record.ts'

interface Read {
  readonly id: string
  readonly review: Review
  readonly micro: Pick<MicroCredential, 'parts' | 'passRule'>
  /** The attempts before the one that was read. */
  readonly before: readonly Attempt[]
  /** Epoch ms, by the reader's computer. */
  readonly finishedAt: number
}

/** What a reading comes to, and the text of it that its reader's computer signs. */
export interface Finished {
  readonly outcome: Outcome
  readonly ratings: string
}

/**
 * Judges a reading by the rubric and by what stood before it. Reader, district and office all make it again from the
 * same records; only what comes out the same is signed, decided and approved.
 */
export function finishedReading({ id, review, micro, before, finishedAt }: Read): Finished {
  const criteria = micro.parts.flatMap(part => part.criteria)
  const judged = judge(review, criteria, standingCriteria({ attempts: before }))
  const outcome = { ...judged, decidedAt: finishedAt, review: id, reader: review.reader }
  const rubricSha256 = sha256Text(canonical({ passRule: micro.passRule, criteria }))
  return { outcome, ratings: ratingsOf(review, outcome, rubricSha256) }
}
