import { attemptFault } from '../claim/attempt-fault.ts'
import { canonical } from '../kit/canonical.ts'
import { standingCriteria } from '../claim/open-parts.ts'
import type { Attempt, Claim } from '../claim/record.ts'
import { refuse } from '../kit/command.ts'
import type { Rec } from '../kit/record-type.ts'
import type { Refusal } from '../kit/refusal.ts'
import { isSigned } from '../kit/signed.ts'
import type { MicroCredential } from '../micro-credential/record.ts'
import type { DeviceKey } from '../person/device-key.ts'
import { signerFault } from '../person/signer.ts'
import { finishedReading } from '../review/finished.ts'
import { unfinished } from '../review/judge.ts'
import type { Review } from '../review/record.ts'

/** All that a badge rests on. */
export interface Grounds {
  readonly claim: Rec<Claim>
  readonly reviews: readonly Rec<Review>[]
  readonly micro: Rec<MicroCredential>
  readonly keys: readonly Rec<DeviceKey>[]
}

/**
 * Why no badge can rest on an earned claim; `undefined` where one can (security.md row 60). Attempt by attempt it is
 * judged again: what was handed over has its person's signature, the decision on it its reader's, and the claim says
 * exactly what the rubric makes of the signed levels and of what stood before. The last attempt is the one that earned
 * it, and no other. Whoever changes a stored record can't make that come out again without the key of a computer that
 * this one has known as the person's.
 */
export function judgedAsSigned(grounds: Grounds): Refusal | undefined {
  const { claim, keys } = grounds
  const { attempts, state } = claim.body
  for (const [at, attempt] of attempts.entries()) {
    const isLast = at === attempts.length - 1
    if (attempt.n !== at + 1) return refuse('not_as_signed', { what: 'manifest' }).refusal
    const handedOver = attemptFault(claim, attempt, keys)
    if (handedOver !== undefined) return handedOver
    const { outcome } = attempt
    // What came back unread decides nothing, unless it is what is to count now.
    if (outcome === undefined && !isLast) continue
    if ((outcome?.decision === 'earned') !== isLast) return notTheirs
    const decided = decisionFault(grounds, attempt, attempts.slice(0, at))
    if (decided !== undefined) return decided
  }
  return state === 'earned' && attempts.length > 0 ? undefined : notTheirs
}

const notTheirs = refuse('not_as_signed', { what: 'ratings' }).refusal

/** Judges one attempt again, and looks for the signature of the reader on what comes out. */
function decisionFault(
  { claim, reviews, micro, keys }: Grounds,
  attempt: Attempt,
  before: readonly Attempt[],
): Refusal | undefined {
  const review = reviews.find(one => one.id === attempt.outcome?.review)
  if (review === undefined || attempt.outcome === undefined) return notTheirs
  const { id, body } = review
  const { signed, finishedAt } = body
  if (signed === undefined || finishedAt === undefined) return notTheirs
  const read = { id, review: body, micro: micro.body, before, finishedAt }
  const { outcome, ratings } = finishedReading(read)
  const isAboutThis =
    body.claim === claim.id &&
    body.attempt === attempt.n &&
    body.manifestSha256 === attempt.manifestSha256 &&
    body.rubricVersion === claim.body.microCredential &&
    micro.id === claim.body.microCredential &&
    body.state === 'finalised' &&
    body.decision === outcome.decision
  const isWhole =
    isAboutThis &&
    hasJudgedWhatWasOpen(body, micro.body, before) &&
    canonical(attempt.outcome) === canonical(outcome) &&
    isSigned('ratings', ratings, signed)
  if (!isWhole) return notTheirs
  return signerFault(
    { what: 'ratings', by: signed, person: body.reader, signedAt: finishedAt },
    keys,
  )
}

/** A reading judges every criterion that did not stand, and says why where one is not met. */
function hasJudgedWhatWasOpen(
  review: Review,
  micro: MicroCredential,
  before: readonly Attempt[],
): boolean {
  const standing = standingCriteria({ attempts: before })
  const criteria = micro.parts.flatMap(part => part.criteria)
  const open = criteria.map(({ id }) => id).filter(id => !standing.has(id))
  const { unrated, unexplained } = unfinished(review, criteria)
  const isDone = unrated.length === 0 && unexplained.length === 0
  return isDone && canonical(open) === canonical(review.criteria)
}
