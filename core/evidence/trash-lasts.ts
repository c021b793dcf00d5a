import type { Rec } from '../kit/record-type.ts'
import { msOf } from '../merge/clock.ts'
import type { Evidence } from './record.ts'

/** So long evidence lies in the trash before it is deleted for good (ms): thirty days. */
export const trashLastsMs = 30 * 86_400_000

/**
 * When a piece in the trash is deleted by itself (epoch ms); `undefined`: it isn't in the trash, or is deleted already.
 * From the later of what the clock of its computer said and what its stamps had seen by then: a clock that was far behind
 * makes the time longer, never shorter. What lay there already when the trash began to be emptied (`emptiedSince`, epoch ms)
 * lies there for thirty days more: nobody had been told.
 */
export function deletedFrom(
  { body: { trashedAt, deletedAt }, clocks }: Pick<Rec<Evidence>, 'body' | 'clocks'>,
  emptiedSince = 0,
): number | undefined {
  if (trashedAt === undefined || deletedAt !== undefined) return undefined
  return Math.max(trashedAt, msOf(clocks['trashedAt'] ?? ''), emptiedSince) + trashLastsMs
}

/** Since when the trash is emptied, as noted before or from now on (epoch ms). A clock that had run ahead is put right by it. */
export const emptiedSince = (noted: string | undefined, nowMs: number): number =>
  Math.min(noted === undefined ? nowMs : Number(noted), nowMs)
