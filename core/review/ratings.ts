import { canonical, sha256Text } from '../kit/canonical.ts'
import type { Outcome } from '../claim/record.ts'
import type { Review } from './record.ts'

/**
 * What a reader decided, as canonical JSON (RFC 8785) for their computer to sign: on which manifest and by which
 * rubric (its hash), which criteria were theirs to judge, each level, whether it is met, the hash of each comment, the
 * places pointed at, the decision they make, and when.
 */
export const ratingsOf = (review: Review, outcome: Outcome, rubricSha256: string): string =>
  canonical({
    v: 2,
    review: outcome.review,
    claim: review.claim,
    attempt: review.attempt,
    round: review.round,
    manifestSha256: review.manifestSha256,
    rubricVersion: review.rubricVersion,
    rubricSha256,
    reader: review.reader,
    criteria: review.criteria,
    levels: review.levels,
    comments: Object.fromEntries(
      Object.entries(review.comments).map(([criterion, said]) => [criterion, sha256Text(said)]),
    ),
    anchors: review.anchors,
    met: Object.fromEntries(
      Object.entries(outcome.criteria).map(([criterion, { met }]) => [criterion, met]),
    ),
    decision: outcome.decision,
    finishedAt: outcome.decidedAt,
  })
