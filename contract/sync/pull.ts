import { z } from 'zod'
import { auditHeadSchema } from '../../core/audit/head.ts'
import { result } from './push.ts'
import { districtPaths, wireLimits } from './version.ts'

/**
 * What stands in a pull's address. `wait`: how long the district may hold an empty answer back (ms). `held`: the place in
 * the audit that this computer holds.
 */
export const pullQuery = z.object({
  cursor: z.string().max(wireLimits.urlBytesMax),
  wait: z.coerce.number().int().min(0).max(wireLimits.pullWaitMs),
  held: z.coerce.number().int().min(1).optional(),
})

/** The path and query of a pull, as it is signed. */
export function pullTarget(cursor: string, waitMs: number, held?: number): string {
  const said = {
    cursor,
    wait: String(waitMs),
    ...(held === undefined ? {} : { held: String(held) }),
  }
  return `${districtPaths.pull}?${new URLSearchParams(said)}`
}

const gone = z.tuple([z.string(), z.string(), z.string()])
const row = z.tuple([
  z.string(),
  z.string(),
  z.string(),
  z.number(),
  z.number(),
  z.record(z.string(), z.json()),
  z.record(z.string(), z.string()),
])

export const page = z.object({
  from: z.string(),
  next: z.string(),
  more: z.boolean(),
  drop: z.array(z.string()),
  results: z.array(z.tuple([z.string(), result])),
  now: z.number(),
  ops: z.array(z.union([row, gone])),
  /** The end of the district's audit, for this computer to hold; absent: the district has none yet. */
  head: auditHeadSchema.optional(),
  /** What stands in the audit at the place that was asked about as `held`; `null`: nothing. */
  stands: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable()
    .optional(),
  /** This computer waits for a yes until then (epoch ms): meanwhile it is told what everybody is, and sends nothing. */
  waitsUntil: z.number().optional(),
})

export const resync = z.object({
  from: z.string(),
  resync: z.enum(['cursor', 'epoch']),
  now: z.number(),
})

export const pullReply = z.union([page, resync])
export type PullReply = z.infer<typeof pullReply>
