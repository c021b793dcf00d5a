import { z } from 'zod'
import { auditHeadSchema } from '../../core/audit/head.ts'
import { life, result } from './push.ts'
import { districtPaths, protocol, wireLimits } from './version.ts'

/** The most streams that one pull asks for anew. */
const anewMax = 200

/**
 * What stands in a pull's address. `wait`: how long the district may hold an empty answer back (ms). `held`: the place in
 * the audit that this computer holds. `protocol`: the computer's; one of before 5 does not say it. `anew`: streams that it
 * wants from the beginning, between spaces.
 */
export const pullQuery = z.object({
  cursor: z.string().max(wireLimits.urlBytesMax),
  wait: z.coerce.number().int().min(0).max(wireLimits.pullWaitMs),
  held: z.coerce.number().int().min(1).optional(),
  protocol: z.coerce.number().int().min(1).optional(),
  anew: z
    .string()
    .max(wireLimits.urlBytesMax)
    .transform(text => text.split(' ').filter(Boolean).slice(0, anewMax))
    .optional(),
})

/**
 * The path and query of a pull, as it is signed. Of the streams that are wanted anew as many as the address holds: those that
 * were not asked for are noticed again.
 */
export function pullTarget(
  cursor: string,
  waitMs: number,
  held?: number,
  anew: readonly string[] = [],
): string {
  const said = {
    cursor,
    wait: String(waitMs),
    protocol: String(protocol),
    ...(held === undefined ? {} : { held: String(held) }),
  }
  const asking = (streams: readonly string[]) => {
    const query = streams.length === 0 ? said : { ...said, anew: streams.join(' ') }
    return `${districtPaths.pull}?${new URLSearchParams(query)}`
  }
  let count = Math.min(anew.length, anewMax)
  while (count > 0 && asking(anew.slice(0, count)).length > wireLimits.urlBytesMax) count--
  return asking(anew.slice(0, count))
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
  /** Streams that begin anew with this page: what they showed before and do not show again is gone. */
  anew: z.array(z.string()).exactOptional(),
  /** By stream: how many records it shows, and what they add up to (`db/records/sum.ts`); absent: not counted there. */
  sums: z.record(z.string(), z.tuple([z.number(), z.number()])).exactOptional(),
  /** Kinds of record that stand in its streams, and that this district knows nothing of: they are not in the sums. */
  without: z.array(z.string().max(100)).max(100).exactOptional(),
  /** What the computer knows of the district's life once it has taken this page. */
  life: life.exactOptional(),
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
  epoch: z.int().exactOptional(),
})

export const pullReply = z.union([page, resync])
export type PullReply = z.infer<typeof pullReply>
