import type { Stamp } from '../../core/merge/clock.ts'
import { msOf } from '../../core/merge/clock.ts'
import type { Refusal } from '../../core/kit/refusal.ts'

/**
 * So long after a restore (ms) other computers may still come and bring again what the copy lacked: a week, since one of
 * them may lie in a drawer over the holidays of its school.
 */
export const stillComesMs = 7 * 86_400_000

/** A district's last restore, as it matters to what is refused since. */
export interface CameBack {
  /** By its own clock (epoch ms). */
  readonly at: number
  /** When the copy was last written to (epoch ms): what is lost was decided after that. */
  readonly copyAt: number
  /** How long others may still come (ms). */
  readonly stillComesMs: number
}

/** The last restore, as long as others may still come; `undefined`: nobody is waited for. */
export function stillAwaited(cameBack: CameBack | undefined, nowMs: number): CameBack | undefined {
  const isOver = cameBack === undefined || nowMs >= cameBack.at + cameBack.stillComesMs
  return isOver ? undefined : cameBack
}

/**
 * Whether what refuses a command may only be that another computer has not sent again yet what it rests on. So it is with
 * whatever was done before the restore, since all of that was decided, or begun, on records that the copy may lack; and with
 * what was done after it on a record that isn't here, by a computer that had not heard of the restore. Such a command waits:
 * refused for good, it would be lost although it had been acknowledged.
 */
export function mayStillCome(
  { code }: Refusal,
  stamp: Stamp,
  nowMs: number,
  cameBack: CameBack | undefined,
): boolean {
  const awaited = stillAwaited(cameBack, nowMs)
  if (awaited === undefined) return false
  return code === 'not_here' || msOf(stamp) < awaited.at
}
