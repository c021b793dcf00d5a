import { z } from 'zod'
import type { Machine } from '../kit/machine.ts'
import { recordType } from '../kit/record-type.ts'

/**
 * Stored: never rename.
 * `approved` by the office, waiting for the district's signature · `signed` the person's to keep · `revoked`
 * final, with a reason. Expired follows from the date and is never stored.
 */
export const badgeStates = ['approved', 'signed', 'revoked'] as const
export type BadgeState = (typeof badgeStates)[number]

export const badgeMachine: Machine<BadgeState, 'sign' | 'revoke'> = {
  approved: { sign: 'signed', revoke: 'revoked' },
  signed: { revoke: 'revoked' },
  revoked: {},
}

export const badgeSchema = z.object({
  claim: z.string(),
  owner: z.string(),
  microCredential: z.string(),
  title: z.string(),
  attempt: z.int(),
  manifestSha256: z.string(),
  state: z.enum(badgeStates),
  approvedBy: z.string(),
  approvedAt: z.number(),
  /** The signed credential's JSON, byte for byte as it was signed and handed out. */
  credential: z.string().optional(),
  /** Its place in the status list. */
  statusIndex: z.int().optional(),
  signedAt: z.number().optional(),
  validUntil: z.number().optional(),
  revokedReason: z.string().optional(),
  revokedBy: z.string().optional(),
  revokedAt: z.number().optional(),
})
export type Badge = z.infer<typeof badgeSchema>

export const BadgeRecord = recordType<Badge>({
  kind: 'badge',
  schema: badgeSchema,
  version: 1,
  seats: (_id, body) => [
    { stream: `user:${body.owner}`, view: 'all' },
    { stream: 'office', view: 'all' },
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
    `badge of ${body.claim}`,
    ...(body.statusIndex === undefined ? [] : [`status ${body.statusIndex}`]),
  ],
})
