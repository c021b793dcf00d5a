import type { Attempt, Claim, Outcome } from '../../core/claim/record.ts'
import type { Refusal } from '../../core/kit/refusal.ts'
import type { Criterion, MicroCredential } from '../../core/micro-credential/record.ts'
import { hiddenFrom, maskedAttempt } from '../../core/review/masked.ts'
import type { Review } from '../../core/review/record.ts'
import type { QueryRows } from '../../contract/device/queries.ts'
import type { Row } from '../../contract/device/row.ts'

export type Finding = Outcome['criteria'][string]

/** One criterion of the rubric as a reading sees it. */
export interface CriterionRead {
  /** From 1. */
  readonly n: number
  readonly criterion: Criterion
  readonly part: string
  /** Met in an earlier attempt: it isn't judged again. */
  readonly stands: boolean
  /** What an earlier attempt found, the newest one. */
  readonly before: Finding | undefined
}

/** A reading with all that is on the desk. */
export interface Reading {
  readonly review: Row<Review>
  readonly claim: Row<Claim>
  /** As this reader may see it. */
  readonly attempt: Attempt
  /** So many places are hidden from them. */
  readonly hiddenCount: number
  readonly micro: MicroCredential
  readonly criteria: readonly CriterionRead[]
  readonly here: ReadonlySet<string>
  /** Why it should not be gone on with. */
  readonly fault: Refusal | undefined
  nameOf(person: string): string
}

/** The reading with its claim and its rubric, or `undefined` where one of them isn't here. */
export function openReading(rows: QueryRows<'review'>): Reading | undefined {
  const { review, claim, micro } = rows
  const attempt = claim?.body.attempts.find(tried => tried.n === review?.body.attempt)
  if (review === undefined || claim === undefined || micro === undefined) return undefined
  if (attempt === undefined) return undefined
  const judged = new Set(review.body.criteria)
  const hidden = hiddenFrom(review.body.reader, claim.body.masks)
  return {
    review,
    claim,
    attempt: maskedAttempt(attempt, hidden),
    hiddenCount: hidden.length,
    micro: micro.body,
    criteria: micro.body.parts
      .flatMap(part => part.criteria.map(criterion => ({ criterion, part: part.title })))
      .map(({ criterion, part }, at) => ({
        n: at + 1,
        criterion,
        part,
        stands: !judged.has(criterion.id),
        before: foundBefore(claim.body, review.body.attempt, criterion.id),
      })),
    here: new Set(rows.here),
    fault: rows.fault,
    nameOf: person => rows.people.find(known => known.id === person)?.body.name ?? '',
  }
}

function foundBefore(claim: Claim, attempt: number, criterion: string): Finding | undefined {
  return claim.attempts
    .filter(tried => tried.n < attempt)
    .toSorted((a, b) => b.n - a.n)
    .map(tried => tried.outcome?.criteria[criterion])
    .find(found => found !== undefined)
}

/** The name of a level, or nothing where the rubric has none of that rank. */
export const levelName = (criterion: Criterion, rank: number | undefined): string =>
  criterion.levels.find(level => level.rank === rank)?.name ?? ''
