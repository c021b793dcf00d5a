import { attemptFault } from '../claim/attempt-fault.ts'
import type { Claim } from '../claim/record.ts'
import { refuse } from '../kit/command.ts'
import type { Rec } from '../kit/record-type.ts'
import type { Refusal } from '../kit/refusal.ts'
import type { DeviceKey } from '../person/device-key.ts'
import type { Review } from './record.ts'

/**
 * Why a reading should not be gone on with: the attempt on the desk is another than the one that was taken, or under
 * another rubric, or not what its person signed; `undefined` where all is well. The reader's own computer asks this
 * before it shows, signs and decides.
 */
export function readingFault(
  review: Review,
  claim: Pick<Rec<Claim>, 'id' | 'body'>,
  keys: readonly Rec<DeviceKey>[],
): Refusal | undefined {
  const attempt = claim.body.attempts.find(one => one.n === review.attempt)
  const isTheTaken =
    attempt !== undefined &&
    review.claim === claim.id &&
    review.manifestSha256 === attempt.manifestSha256 &&
    review.rubricVersion === claim.body.microCredential
  if (!isTheTaken) return refuse('not_as_signed', { what: 'manifest' }).refusal
  return attemptFault(claim, attempt, keys)
}
