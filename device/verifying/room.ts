import { statfs } from 'node:fs/promises'
import { verifyingLimits } from '../../contract/device/verifying.ts'
import type { LeftOut } from '../../contract/device/verifying.ts'
import { reserveBytes } from '../evidence/take-in.ts'

/** What is free is looked at again after so much was taken (bytes), or so long (ms): looking costs. */
const lookEveryBytes = 8_388_608
const lookEveryMs = 2_000

/** Why something can't be kept. */
export type Lacking = Pick<LeftOut, 'facts'> & { readonly code: 'kept_full' | 'no_room' }

/** Whether there is room for what is handed in: it never takes what the records need. */
export interface Room {
  /** What is lacking for so many bytes more; `undefined` where nothing is. */
  lacks(sizeBytes: number): Promise<Lacking | undefined>
}

/** Room in a folder. `keptBytes`: what all batches hold together by now. */
export function roomIn(
  folder: string,
  keptBytes: () => number,
  free: () => Promise<number> = () => freeIn(folder),
): Room {
  let freeBytes = 0
  let sinceBytes = Number.POSITIVE_INFINITY
  let lookedAt = 0
  return {
    async lacks(sizeBytes) {
      const bytesMax = verifyingLimits.keptBytesMax
      if (keptBytes() + sizeBytes > bytesMax) return { code: 'kept_full', facts: { bytesMax } }
      sinceBytes += sizeBytes
      if (sinceBytes > lookEveryBytes || performance.now() - lookedAt > lookEveryMs) {
        freeBytes = await free()
        sinceBytes = sizeBytes
        lookedAt = performance.now()
      }
      if (sinceBytes + reserveBytes > freeBytes) return { code: 'no_room', facts: { freeBytes } }
      return undefined
    },
  }
}

async function freeIn(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}
