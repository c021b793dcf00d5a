import { z } from 'zod'
import type { ZodType } from 'zod'
import type { PullReply } from './pull.ts'
import { page, resync } from './pull.ts'

type Op = Extract<PullReply, { ops: unknown }>['ops'][number]

/** How many parts the two forms of an operation have: a record, and one that is gone. */
const [recordParts, goneParts] = [7, 3] as const

/**
 * The answer to a pull as it is read: what `pullReply` describes. A page brings thousands of records, and everything that
 * was parsed from JSON is JSON already; so of them only what the description adds to that is looked at.
 */
export const pullReplyRead: ZodType<PullReply> = z.union([
  page.extend({ ops: z.custom<Op[]>(areOps) }),
  resync,
])

function areOps(value: unknown): boolean {
  return Array.isArray(value) && value.every(isOp)
}

function isOp(op: unknown): op is Op {
  if (!Array.isArray(op)) return false
  const [stream, kind, id, rev, v, body, clocks]: unknown[] = op
  if (typeof stream !== 'string' || typeof kind !== 'string' || typeof id !== 'string') return false
  if (op.length === goneParts) return true
  return (
    op.length === recordParts &&
    Number.isFinite(rev) &&
    Number.isFinite(v) &&
    isMap(body) &&
    isMap(clocks) &&
    Object.values(clocks).every(stamp => typeof stamp === 'string')
  )
}

const isMap = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
