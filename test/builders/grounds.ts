import type { Grounds } from '../../core/badge/judged-as-signed.ts'
import { ClaimRecord, type Attempt } from '../../core/claim/record.ts'
import { MicroCredentialRecord } from '../../core/micro-credential/record.ts'
import { finishedReading } from '../../core/review/finished.ts'
import { ReviewRecord, type Review } from '../../core/review/record.ts'
import { aClaim, anAttempt } from './claim.ts'
import { tuesday } from './context.ts'
import { aMicroCredential } from './micro-credential.ts'
import { aRec } from './rec.ts'
import { aReview } from './review.ts'
import { aDeviceKey, finishing, signedAttempt } from './signed.ts'

const micro = aMicroCredential()

/** An attempt that its person signed, and the reading that its reader signed, finished. */
export function readAttempt(
  attempt: Partial<Attempt>,
  review: Partial<Review>,
  before: readonly Attempt[] = [],
): { readonly attempt: Attempt; readonly id: string; readonly review: Review } {
  const n = before.length + 1
  const id = `r${n}`
  const handedOver = signedAttempt('c', aClaim(), anAttempt({ n, ...attempt }))
  const { manifestSha256 } = handedOver
  const read = aReview({ attempt: n, manifestSha256, state: 'finalised', ...review })
  const { signed, finishedAt } = finishing(id, read, { micro, before })
  const { outcome } = finishedReading({ id, review: read, micro, before, finishedAt: tuesday })
  const { decision } = outcome
  return {
    id,
    attempt: { ...handedOver, outcome },
    review: { ...read, finishedAt, decision, signed },
  }
}

/** All that a badge rests on: of one attempt that earned it, or of those given. */
export function earnedGrounds(read = [readAttempt({}, {})]): Grounds {
  const attempts = read.map(one => one.attempt)
  return {
    claim: aRec(ClaimRecord, 'c', aClaim({ state: 'earned', attempts })),
    reviews: read.map(one => aRec(ReviewRecord, one.id, one.review)),
    micro: aRec(MicroCredentialRecord, 'mc', micro),
    keys: [aDeviceKey('laptop', 'maya'), aDeviceKey('desk', 'jonah')],
  }
}
