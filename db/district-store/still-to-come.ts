import type { Stamp } from '../../core/merge/clock.ts'
import { msOf } from '../../core/merge/clock.ts'
import type { Refusal } from '../../core/kit/refusal.ts'
import type { CameBack } from './came-back.ts'
import { isFinal } from './final-refusals.ts'

/**
 * So long after a restore (ms) other computers may still come and bring again what the copy lacked: a week, since one of
 * them may lie in a drawer over the holidays of its school.
 */
export const stillComesMs = 7 * 86_400_000

/**
 * Whether what refuses a command may only be that another computer has not sent again yet what it rests on. So it is with
 * whatever was done before the restore, and with what a computer did that had not read since (`upToDateSince`), since all
 * of that was decided, or begun, on records that the copy may lack; and with whatever is done on a record that isn't here.
 * Such a command waits: refused for good, it would be lost although it had been acknowledged. What nothing mends is told at
 * once (`final-refusals.ts`).
 */
export function mayStillCome(
  { code }: Refusal,
  stamp: Stamp,
  cameBack: CameBack | undefined,
  upToDateSince: number | undefined,
): boolean {
  if (cameBack === undefined || isFinal(code)) return false
  if (code === 'not_here' || upToDateSince === undefined) return true
  return msOf(stamp) < Math.max(cameBack.at, upToDateSince)
}
