import { EvidenceRecord } from '../../core/evidence/record.ts'
import { keyOf } from '../../core/kit/record-type.ts'
import type { DeviceStore } from '../../db/device-store/open.ts'
import { all } from '../../db/query.ts'
import { sentMark } from '../sync/sent-mark.ts'
import type { BlobStore } from './blob-store.ts'

interface Parts {
  readonly store: DeviceStore
  readonly blobs: Pick<BlobStore, 'remove'>
  clock(): number
}

/** How long after a first time the district is asked once more whether it let go of a file (ms): it has come to that by then. */
const askAgainMs = 3_600_000
const place = 'let-go-named'

/**
 * Takes away the files of pieces that were deleted for good and that nothing else here names. Only what the district has as
 * deleted too: what waits may be refused, and the file would be nowhere else. Of a file that is being sent (`isSending`) later.
 * One that can't be taken away keeps none of the others waiting; what was the matter is thrown at the end.
 */
export async function letGoDeleted(
  { store, blobs, clock }: Parts,
  isSending: (sha256: string) => boolean = () => false,
): Promise<void> {
  const deleted = await all(store, EvidenceRecord, { where: { trashed: 2 } })
  const { midPull, resyncing } = store.standing()
  // Half of what the district says names half of the files.
  if (midPull || resyncing) return
  const named = namedStill(store, clock)
  const failures: unknown[] = []
  for (const { id, sight } of deleted) {
    const key = keyOf(EvidenceRecord.kind, id)
    const shas = sight === 'record' ? store.files.of(key) : []
    if (shas.length === 0 || shas.some(isSending)) continue
    try {
      let isWhole = true
      for (const sha256 of shas) {
        const by = store.files.namedBy(sha256, clock())
        isWhole &&= by === undefined
        // The district let go of it too, and is asked again once another piece names it.
        if (by === undefined || named.isToAskFor(key, sha256)) {
          store.setMeta(sentMark(store) + sha256, '')
          store.setMeta(`upload:${sha256}`, '')
        }
        if (by !== undefined) continue
        // At once: what comes from here on is a new file.
        blobs.remove(sha256)
        store.files.forget(sha256)
      }
      if (isWhole) store.files.forgetOf(key)
    } catch (error) {
      failures.push(error)
    }
  }
  named.keep()
  if (failures.length > 0) throw failures[0]
}

/**
 * Of files of deleted pieces that something else names: about which the district is to be asked again. When they are first
 * found so, and once more when it has surely let go of them; not at every look, or they would be sent for ever.
 */
function namedStill(store: DeviceStore, clock: () => number) {
  const stored = store.meta(place) ?? '{}'
  const before: Readonly<Record<string, number>> = JSON.parse(stored)
  const now: Record<string, number> = {}
  return {
    isToAskFor(key: string, sha256: string): boolean {
      const name = `${key}:${sha256}`
      const at = before[name]
      const isAgain = at !== undefined && at > 0 && Math.abs(clock() - at) >= askAgainMs
      now[name] = isAgain ? 0 : (at ?? clock())
      return at === undefined || isAgain
    },
    keep(): void {
      const text = JSON.stringify(now)
      if (text !== stored) store.setMeta(place, text)
    },
  }
}
