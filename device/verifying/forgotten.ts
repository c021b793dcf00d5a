import { verifyingLimits } from '../../contract/device/verifying.ts'
import type { BatchRow } from '../../db/verifying-store/batches.ts'

/**
 * Which batches go so that another one may begin: the oldest of those with one badge alone, once there are too many of
 * them. A list of more stays until somebody forgets it; `undefined` where therefore none may begin.
 */
export function forgotten(
  newestFirst: readonly BatchRow[],
  isBusy: (batch: string) => boolean,
): readonly string[] | undefined {
  const { batchesMax, singlesMax } = verifyingLimits
  const singles = newestFirst.filter(({ id, inputCount }) => inputCount <= 1 && !isBusy(id))
  const surplus = Math.max(singles.length + 1 - singlesMax, newestFirst.length + 1 - batchesMax, 0)
  const gone = singles.slice(Math.max(0, singles.length - surplus)).map(({ id }) => id)
  return newestFirst.length - gone.length < batchesMax ? gone : undefined
}
