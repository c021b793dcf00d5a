import { z } from 'zod'
import { officeSeats } from '../access/streams.ts'
import type { Machine } from '../kit/machine.ts'
import { recordType } from '../kit/record-type.ts'

/**
 * Stored: never rename.
 * `approved` by the office, waiting for the district's signature · `signed` the person's to keep · `suspended` does not
 * hold for now, which can be lifted · `revoked` final, with a reason · `superseded` final: a newer one took its place.
 * Expired follows from the date and is never stored.
 */
export const badgeStates = ['approved', 'signed', 'suspended', 'revoked', 'superseded'] as const
export type BadgeState = (typeof badgeStates)[number]

export const badgeMachine: Machine<
  BadgeState,
  'sign' | 'suspend' | 'resume' | 'revoke' | 'supersede'
> = {
  approved: { sign: 'signed', revoke: 'revoked' },
  signed: { suspend: 'suspended', revoke: 'revoked', supersede: 'superseded' },
  suspended: { resume: 'signed', revoke: 'revoked', supersede: 'superseded' },
  // A corrected badge may follow a revoked one, which stays revoked.
  revoked: { supersede: 'revoked' },
  superseded: {},
}

/** The longest reason that stands on a badge (UTF-16 units). */
export const badgeReasonCharsMax = 2_000

/** Who did something to a badge, when (epoch ms), and why in their own words. */
const wordSchema = z.object({ by: z.string(), at: z.number(), reason: z.string() })

export const badgeSchema = z.object({
  claim: z.string(),
  owner: z.string(),
  microCredential: z.string(),
  title: z.string(),
  attempt: z.int(),
  manifestSha256: z.string(),
  state: z.enum(badgeStates),
  /** As its claim's. */
  units: z.array(z.string()).optional(),
  approvedBy: z.string(),
  approvedAt: z.number(),
  /** The signed credential's JSON, byte for byte as it was signed and handed out. */
  credential: z.string().optional(),
  /** Its place in the status list. */
  statusIndex: z.int().optional(),
  signedAt: z.number().optional(),
  /** When it was last signed again, by another key than at first. */
  resignedAt: z.number().optional(),
  validUntil: z.number().optional(),
  revokedReason: z.string().optional(),
  revokedBy: z.string().optional(),
  /** The second officer, where it took two. */
  revokedWith: z.string().optional(),
  revokedAt: z.number().optional(),
  /** Its credential names a list of suspended badges too; those signed before there was one can't be suspended. */
  canBeSuspended: z.boolean().optional(),
  /** The latest suspension; in force in state `suspended` alone. */
  suspension: wordSchema.optional(),
  /** Who lifted the latest one. */
  resumption: wordSchema.optional(),
  /** The badge that is to take its place, or took it. */
  replacedBy: z.string().optional(),
  /** The badge whose place it takes, and what is put right. */
  replaces: z.string().optional(),
  correction: wordSchema.optional(),
  supersededAt: z.number().optional(),
})
export type Badge = z.infer<typeof badgeSchema>

/** One badge a claim counts: not one that another takes the place of, nor one that was to and was called off unsigned. */
function isBadgeOfItsClaim({ state, signedAt, replaces, replacedBy }: Badge): boolean {
  const isCalledOff = replaces !== undefined && state === 'revoked' && signedAt === undefined
  return replacedBy === undefined && !isCalledOff
}

export const BadgeRecord = recordType<Badge>({
  kind: 'badge',
  schema: badgeSchema,
  version: 1,
  seats: (_id, body) => [
    { stream: `user:${body.owner}`, view: 'all' },
    ...officeSeats(body.units),
    // Nobody reads it: the district's own reactions follow it.
    { stream: 'district', view: 'all' },
  ],
  columns: { owner: 'text', state: 'text', claim: 'text', approved: 'int', status: 'int' },
  rows: (_id, body) => [
    {
      owner: body.owner,
      state: body.state,
      claim: body.claim,
      approved: body.approvedAt,
      status: body.statusIndex ?? null,
    },
  ],
  unique: (_id, body) => [
    ...(isBadgeOfItsClaim(body) ? [`badge of ${body.claim}`] : []),
    ...(body.statusIndex === undefined ? [] : [`status ${body.statusIndex}`]),
  ],
})
