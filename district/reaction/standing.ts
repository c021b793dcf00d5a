import { z } from 'zod'

/** A record for which a reaction could not do its work yet. */
const waitingSchema = z.object({
  id: z.string(),
  tries: z.int().min(1),
  /** When it is tried again (epoch ms). */
  nextAt: z.number(),
  /** What the disk or the database said, where it was that. */
  why: z.string().optional(),
})

/** How far a reaction is: kept in one value, so that place and what waits are never apart. */
const standingSchema = z.object({
  /** The last change that was looked at. */
  after: z.int().min(0),
  waiting: z.array(waitingSchema),
})
export type Standing = z.infer<typeof standingSchema>

/** Reads a kept standing; a reaction that is new begins with the first change. */
export function readStanding(kept: string | undefined): Standing {
  return kept === undefined ? { after: 0, waiting: [] } : standingSchema.parse(JSON.parse(kept))
}

const firstMs = 1_000
const mostMs = 600_000

/** The standing after a try for a record failed: tried again after a pause that doubles, for ever. */
export function afterFailure(standing: Standing, id: string, now: number, why?: string): Standing {
  const before = standing.waiting.find(one => one.id === id)
  const tries = (before?.tries ?? 0) + 1
  const nextAt = now + Math.min(mostMs, firstMs * 2 ** Math.min(tries - 1, 20))
  const others = standing.waiting.filter(one => one.id !== id)
  return {
    ...standing,
    waiting: [...others, { id, tries, nextAt, ...(why === undefined ? {} : { why }) }],
  }
}

/**
 * Whether what waits is tried again now: its time has come, or lies further off than any pause, since the clock was ahead
 * when it failed and has been put right.
 */
export const isDue = ({ nextAt }: Standing['waiting'][number], now: number): boolean =>
  nextAt <= now || nextAt - now > mostMs

/** The standing after the work for a record was done. */
export function afterSuccess(standing: Standing, id: string): Standing {
  return { ...standing, waiting: standing.waiting.filter(one => one.id !== id) }
}
