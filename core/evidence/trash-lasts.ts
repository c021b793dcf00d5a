import type { Rec } from '../kit/record-type.ts'
import { msOf } from '../merge/clock.ts'
import type { Evidence } from './record.ts'

/** So long evidence lies in the trash before it is deleted for good (ms): thirty days. */
export const trashLastsMs = 30 * 86_400_000

/**
 * When a piece in the trash is deleted by itself (epoch ms); `undefined`: it isn't in the trash, or is deleted already.
 * From the later of what the clock of its computer said and what its stamps had seen by then: a clock that was far behind
 * makes the time longer, never shorter.
 */
export function deletedFrom({
  body: { trashedAt, deletedAt },
  clocks,
}: Pick<Rec<Evidence>, 'body' | 'clocks'>): number | undefined {
  if (trashedAt === undefined || deletedAt !== undefined) return undefined
  return Math.max(trashedAt, msOf(clocks['trashedAt'] ?? '')) + trashLastsMs
}
