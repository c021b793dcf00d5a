import { z } from 'zod'
import { officeSeats } from '../access/streams.ts'
import { anchorSchema } from '../claim/record.ts'
import type { Machine } from '../kit/machine.ts'
import { recordType } from '../kit/record-type.ts'
import { signedSchema } from '../kit/signed.ts'
import { asideSchema } from '../merge/aside.ts'

/**
 * Stored: never rename.
 * `reading` the coach's own, merged between their computers · `finalised` immutable · `returned` given back to
 * the pool, notes kept.
 */
export const reviewStates = ['reading', 'finalised', 'returned'] as const
export type ReviewState = (typeof reviewStates)[number]

export const reviewMachine: Machine<ReviewState, 'finish' | 'return'> = {
  reading: { finish: 'finalised', return: 'returned' },
  finalised: {},
  returned: {},
}

export const reviewSchema = z.object({
  claim: z.string(),
  owner: z.string(),
  title: z.string(),
  attempt: z.int(),
  /** First reading 1, second 2, adjudication and appeals after that. */
  round: z.int().min(1),
  /** Whether the reader could not see whose work it is. */
  blind: z.boolean(),
  /** The micro-credential's record whose rubric is used. */
  rubricVersion: z.string(),
  manifestSha256: z.string(),
  reader: z.string(),
  state: z.enum(reviewStates),
  /** The criteria that this reading judges; the others stand. */
  criteria: z.array(z.string()),
  /** criterion → rank */
  levels: z.record(z.string(), z.int()),
  /** criterion → what the reader says to the person */
  comments: z.record(z.string(), z.string()),
  /** `criterion/anchor id` → the place pointed at */
  anchors: z.record(z.string(), anchorSchema),
  aside: asideSchema.optional(),
  activeMs: z.int().min(0),
  /** As its claim's. */
  units: z.array(z.string()).optional(),
  takenAt: z.number(),
  finishedAt: z.number().optional(),
  /** When the person withdrew the claim under it (epoch ms): the reading was given back by that. */
  withdrawnAt: z.number().optional(),
  decision: z.enum(['earned', 'not_yet']).optional(),
  /** Who signed the reading (`finishedReading`) when it was finished. */
  signed: signedSchema.optional(),
})
export type Review = z.infer<typeof reviewSchema>

/** The name that one reading at most holds: the first, second, … of an attempt (its number) of a claim. */
export const readingName = (round: number, claim: string, attempt: number): string =>
  `reading ${round} of ${claim} attempt ${attempt}`

export const ReviewRecord = recordType<Review>({
  kind: 'review',
  schema: reviewSchema,
  version: 1,
  seats: (_id, body) => [
    { stream: `user:${body.reader}`, view: 'all' },
    ...(body.state === 'finalised' ? officeSeats(body.units) : []),
  ],
  columns: { reader: 'text', claim: 'text', state: 'text', taken: 'int' },
  rows: (_id, body) => [
    { reader: body.reader, claim: body.claim, state: body.state, taken: body.takenAt },
  ],
  unique: (_id, body) =>
    body.state === 'returned' ? [] : [readingName(body.round, body.claim, body.attempt)],
})
