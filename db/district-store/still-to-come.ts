import type { Stamp } from '../../core/merge/clock.ts'
import { msOf } from '../../core/merge/clock.ts'
import type { Refusal } from '../../core/kit/refusal.ts'
import type { CameBack } from './came-back.ts'

/**
 * So long after a restore (ms) other computers may still come and bring again what the copy lacked: a week, since one of
 * them may lie in a drawer over the holidays of its school.
 */
export const stillComesMs = 7 * 86_400_000

/**
 * Whether what refuses a command may only be that another computer has not sent again yet what it rests on. So it is with
 * whatever was done before the restore, since all of that was decided, or begun, on records that the copy may lack; and with
 * what was done after it on a record that isn't here, by a computer that had not heard of the restore. Such a command waits:
 * refused for good, it would be lost although it had been acknowledged.
 */
export function mayStillCome(
  { code }: Refusal,
  stamp: Stamp,
  cameBack: CameBack | undefined,
): boolean {
  if (cameBack === undefined) return false
  return code === 'not_here' || msOf(stamp) < cameBack.at
}
