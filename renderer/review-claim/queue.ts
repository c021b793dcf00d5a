import type { Claim } from '../../core/claim/record.ts'
import type { Review } from '../../core/review/record.ts'
import type { QueryRows } from '../../contract/device/queries.ts'
import type { Row } from '../../contract/device/row.ts'
import { usualMinutes } from './usual-minutes.ts'

/** One claim that a coach may read, or is reading. */
export interface QueueLine {
  readonly claim: string
  readonly title: string
  readonly owner: string
  /** The open reading, when this coach has begun. */
  readonly review: string | undefined
  readonly round: number
  readonly attempt: number
  /** The day promised to the person; `undefined` where none was. */
  readonly due: string | undefined
  readonly submittedAt: number
  readonly usualMinutes: number | undefined
  readonly isBlind: boolean
}

type Known = Pick<QueryRows<'reviews'>, 'pool' | 'readings' | 'finished' | 'claims' | 'micros'>

/**
 * What waits for a coach, in the order in which it is promised: the earliest day first; on one day what was begun
 * before what is new, then what was sent first. What is read no more is not among it (`isLeftBehind`).
 */
export function readingQueue(rows: Known): readonly QueueLine[] {
  const claims = new Map(rows.claims.map(claim => [claim.id, claim]))
  const blind = new Map(rows.micros.map(micro => [micro.id, micro.body.raters.blind]))
  const begun = new Set(rows.readings.map(reading => reading.body.claim))
  const lines = [
    ...rows.readings
      .filter(reading => !isLeftBehind(claims.get(reading.body.claim)))
      .map(reading => lineOfReading(reading, claims.get(reading.body.claim), rows.finished)),
    // A claim that was just taken may still stand in an older answer's pool.
    ...rows.pool
      .filter(claim => !begun.has(claim.id))
      .map(claim => lineOfClaim(claim, rows.finished, blind.get(claim.body.microCredential))),
  ]
  return lines.toSorted(byPromise)
}

/**
 * Whether the claim of a reading was withdrawn under it. Its reader's computer then has the claim no more; as long as it
 * is read, and when its reader has decided it, it is there.
 */
export const isLeftBehind = (claim: Pick<Row<Claim>, 'body'> | undefined): boolean =>
  claim === undefined || claim.body.state === 'withdrawn'

/** The readings that are called open still, of claims that were withdrawn: to be put away. */
export const leftReadings = ({
  readings,
  claims,
}: Pick<Known, 'readings' | 'claims'>): Known['readings'] =>
  readings.filter(({ body }) => isLeftBehind(claims.find(claim => claim.id === body.claim)))

function byPromise(a: QueueLine, b: QueueLine): number {
  const days = (a.due ?? '').localeCompare(b.due ?? '')
  if (days !== 0) return days
  const begun = Number(b.review !== undefined) - Number(a.review !== undefined)
  if (begun !== 0) return begun
  return a.submittedAt - b.submittedAt || a.claim.localeCompare(b.claim)
}

function lineOfReading(
  reading: Row<Review>,
  claim: Row<Claim> | undefined,
  finished: readonly Row<Review>[],
): QueueLine {
  const { body } = reading
  const attempt = claim?.body.attempts.find(tried => tried.n === body.attempt)
  return {
    claim: body.claim,
    title: body.title,
    owner: body.owner,
    review: reading.id,
    round: body.round,
    attempt: body.attempt,
    due: attempt?.answerBy,
    submittedAt: attempt?.submittedAt ?? body.takenAt,
    usualMinutes: usualMinutes(finished, body.rubricVersion),
    isBlind: body.blind,
  }
}

function lineOfClaim(
  claim: Row<Claim>,
  finished: readonly Row<Review>[],
  isBlind: boolean | undefined,
): QueueLine {
  const { body } = claim
  const attempt = body.attempts.at(-1)
  return {
    claim: claim.id,
    title: body.title,
    owner: body.owner,
    review: undefined,
    round: 1,
    attempt: attempt?.n ?? 1,
    due: attempt?.answerBy,
    submittedAt: attempt?.submittedAt ?? body.changedAt,
    usualMinutes: usualMinutes(finished, body.microCredential),
    isBlind: isBlind ?? true,
  }
}

/** A short name for a claim that says nothing about whose it is: "7K2F". */
export const claimCode = (id: string): string =>
  id
    .replace(/[^a-z0-9]/gi, '')
    .slice(-4)
    .toUpperCase()

/** The earliest day on which this person is promised an answer themselves. */
export function nextAnswer(claims: readonly Row<Claim>[], today: string): string | undefined {
  return claims
    .filter(claim => claim.body.state === 'submitted' || claim.body.state === 'in_review')
    .flatMap(claim => claim.body.attempts.at(-1)?.answerBy ?? [])
    .filter(day => day >= today)
    .toSorted()[0]
}
