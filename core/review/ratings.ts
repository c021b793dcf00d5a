import canonicalize from 'canonicalize'
import { sha256Text } from '../claim/manifest.ts'
import type { Review } from './record.ts'

/**
 * What a reader decided, as canonical JSON (RFC 8785) for their computer to sign: on which manifest and rubric, each
 * level, the hash of each comment, and the places pointed at.
 */
export function ratingsOf(reviewId: string, review: Review): string {
  const text = canonicalize({
    v: 1,
    review: reviewId,
    claim: review.claim,
    attempt: review.attempt,
    round: review.round,
    manifestSha256: review.manifestSha256,
    rubricVersion: review.rubricVersion,
    reader: review.reader,
    levels: review.levels,
    comments: Object.fromEntries(
      Object.entries(review.comments).map(([criterion, said]) => [criterion, sha256Text(said)]),
    ),
    anchors: review.anchors,
  })
  if (text === undefined) throw new Error('ratings are always an object')
  return text
}
