import { z } from 'zod'
import { administrationStream, openStream } from '../access/streams.ts'
import { claimStates } from '../claim/record.ts'
import { badgeStates } from '../badge/record.ts'
import { recordType } from '../kit/record-type.ts'
import { erasureStates } from './states.ts'

/** A second person has so long to agree (ms): seven days, as to every act of two. */
export const askedMs = 7 * 86_400_000

/** Between the second yes and the erasing (ms): seven days in which it can be called off (security.md, row 59). */
export const erasureWaitMs = 7 * 86_400_000

/** Why a record is erased: one of few, since a text would say something of the person and outlive the record. */
export const erasureGrounds = ['wish', 'left', 'schedule', 'mistake'] as const
export type ErasureGround = (typeof erasureGrounds)[number]

const countOf = <S extends string>(states: readonly S[]) => z.partialRecord(z.enum(states), z.int())

/** What there was of a person when it was counted. */
export const erasurePlanSchema = z.object({
  goals: z.int(),
  /** Of them those that were published to everybody, which stay. */
  goalsPublished: z.int(),
  activities: z.int(),
  checkIns: z.int(),
  evidence: z.int(),
  /** Files that the district keeps for them, and their bytes. */
  files: z.int(),
  bytes: z.int(),
  claims: countOf(claimStates),
  /** Finished readings of their claims, and those that are not finished. */
  readings: z.int(),
  readingsOpen: z.int(),
  badges: countOf(badgeStates),
  computers: z.int(),
})
export type ErasurePlan = z.infer<typeof erasurePlanSchema>

export const erasureSchema = z.object({
  state: z.enum(erasureStates),
  ground: z.enum(erasureGrounds).optional(),
  begunBy: z.string().optional(),
  begunAt: z.number().optional(),
  /** The counted plan, as it was at `countedAt`. */
  plan: erasurePlanSchema.optional(),
  countedAt: z.number().optional(),
  askedBy: z.string().optional(),
  askedAt: z.number().optional(),
  /** Who agreed: neither who asked nor whose record it is. */
  agreedBy: z.string().optional(),
  agreedAt: z.number().optional(),
  /** When the district does it, by its clock (epoch ms). */
  dueAt: z.number().optional(),
  calledOffBy: z.string().optional(),
  calledOffAt: z.number().optional(),
  erasedAt: z.number().optional(),
  /** It was erased before, and an older copy of the record had brought it back. */
  isReplayed: z.boolean().optional(),
})
export type Erasure = z.infer<typeof erasureSchema>

/**
 * The erasing of one person's record; its id is the person's, so there is one at a time. It stays: a name stands nowhere
 * in it. The person is told of it once a second one was asked; once it is done everybody's computer is, to let go of what
 * it still holds, but not why or by whom.
 */
export const ErasureRecord = recordType<Erasure>({
  kind: 'erasure',
  schema: erasureSchema,
  version: 1,
  seats: (person, { state }) => [
    { stream: 'office', view: 'all' },
    { stream: administrationStream, view: 'all' },
    // The district's own reaction follows it.
    { stream: 'district', view: 'all' },
    ...(['asked', 'agreed', 'called_off', 'erased'].includes(state)
      ? [{ stream: `user:${person}`, view: 'all' }]
      : []),
    ...(state === 'erased' ? [{ stream: openStream, view: 'done' }] : []),
  ],
  hides: {
    done: [
      ...(['ground', 'begunBy', 'begunAt', 'plan', 'countedAt', 'askedBy', 'askedAt'] as const),
      ...(['agreedBy', 'agreedAt', 'dueAt', 'calledOffBy', 'calledOffAt', 'isReplayed'] as const),
    ],
  },
  columns: { state: 'text', due: 'int' },
  rows: (_id, body) => [{ state: body.state, due: body.dueAt ?? null }],
})

/** When a second person can agree no longer (epoch ms); `undefined` where nobody was asked. */
export const askedUntil = ({ state, askedAt }: Erasure): number | undefined =>
  state === 'asked' && askedAt !== undefined ? askedAt + askedMs : undefined
