import { int } from '../sql/row.ts'
import type { Steps } from '../sql/steps.ts'
import { query } from '../sql/steps.ts'
import type { Life } from '../wire.ts'
import type { CameBack } from './came-back.ts'
import { deviceStream } from './done.ts'

/** What a district knows of its lives: it begins another one whenever it comes back from a copy. */
export interface Lives {
  /** Which life it is: 1 at first, a number that never was before after each restore. */
  epoch(): number
  /** Whether a computer that sends knows of this life (`Knows`). */
  knows(device: string, life: Life | undefined): Promise<Knows>
  /** Its last restore, while others may still bring what the copy lacked; `undefined`: there was none, or they had their time. */
  cameBack(nowMs: number): Promise<CameBack | undefined>
  /** Since when a computer has all that this life has (epoch ms); `undefined`: not yet, as far as is known. */
  upToDateSince(device: string): number | undefined
}

/**
 * Whether a computer knows of a life. `no`: it may hold commands that an earlier life had decided and this one has not: they
 * have to come first, in their order. `its pull tells`: it does not say what it knows of, and has not read here since
 * the restore; or it says that it was told more than there is. Anybody can say that; that it is so shows the cursor of its pull
 * (`page.ts`), so it has to keep that, and pull with it.
 */
export type Knows = 'yes' | 'no' | 'its pull tells'

/** The life of a district that was never brought back. */
export const firstEpoch = 1

/** So many digits of a salt (hex) are a number far enough below 2^53 to be counted on from. */
const drawnDigits = 13

/**
 * The life after another one: drawn, since one more would come twice where one backup is brought back twice, and
 * computers would take the second life for the first. Drawn anew each time and not added, or it would outgrow the numbers
 * that are told apart (2^53) after some dozens. `salt`: random, hex, at least 13 digits.
 */
export function nextEpoch(before: number, salt: string): number {
  const drawn = firstEpoch + 1 + Number.parseInt(salt.slice(0, drawnDigits), 16)
  return drawn === before ? drawn + 1 : drawn
}

/**
 * Whether a computer has been told more than its stream holds: restored from a backup, and nobody said so (as in a pull,
 * `page.ts`).
 */
export function* isAheadOfStream(device: string, { told }: Life): Steps<boolean> {
  if (told === 0) return false
  const [row] = yield* query('select head from stream where name = ?', deviceStream(device))
  return (row ? int(row, 'head') : 0) < told
}
