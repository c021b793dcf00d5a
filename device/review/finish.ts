import type { CommandAnswer } from '../../contract/device/door.ts'
import { ClaimRecord } from '../../core/claim/record.ts'
import { refuse } from '../../core/kit/command.ts'
import type { RecordType } from '../../core/kit/record-type.ts'
import { MicroCredentialRecord } from '../../core/micro-credential/record.ts'
import { DeviceKeyRecord } from '../../core/person/device-key.ts'
import { finishedReading } from '../../core/review/finished.ts'
import { readingFault } from '../../core/review/reading-fault.ts'
import { ReviewRecord } from '../../core/review/record.ts'
import { signedBy } from '../keys/signed-by.ts'
import { act } from '../place/act.ts'
import type { Place } from '../place/place.ts'

/**
 * Finishes a reading as it stands on this computer, under this computer's signature. What is not what its person
 * signed is refused before anything is signed about it.
 */
export async function finishReview(place: Place, id: string): Promise<CommandAnswer> {
  const { store, parts } = place
  const rec = async <B>(type: RecordType<B>, name: string) =>
    (await store.seen.get(type, name))?.rec
  const review = (await rec(ReviewRecord, id))?.body
  const claim = review && (await rec(ClaimRecord, review.claim))
  const micro = review && (await rec(MicroCredentialRecord, review.rubricVersion))
  if (review === undefined || claim === undefined || micro === undefined)
    return { status: 'refused', ...refuse('not_here', { what: 'review' }) }
  const before = claim.body.attempts.filter(({ n }) => n < review.attempt)
  const attempt = claim.body.attempts.find(({ n }) => n === review.attempt)
  const key = attempt && (await rec(DeviceKeyRecord, attempt.signed.device))
  const refusal = readingFault(review, claim, key === undefined ? [] : [key])
  if (refusal !== undefined) return { status: 'refused', refusal }
  // By the district's clock as far as it is known, and never before what was handed over and the claim's last step: a
  // clock that was set anew without a network is no reason to refuse a reading.
  const now = Math.round(parts.clock() + store.standing().skewMs)
  const finishedAt = Math.max(now, attempt?.submittedAt ?? 0, claim.body.changedAt)
  const { ratings } = finishedReading({ id, review, micro: micro.body, before, finishedAt })
  const signed = signedBy(place, 'ratings', ratings)
  return act(place, 'review.finish', { review: id, ratings, signed, finishedAt })
}
