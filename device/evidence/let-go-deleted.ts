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

/**
 * Takes away the files of pieces that were deleted for good and that nothing else here names. Only what the district has as
 * deleted too: what waits may be refused, and the file would be nowhere else. Of a file that is being sent (`isSending`) later.
 */
export async function letGoDeleted(
  { store, blobs, clock }: Parts,
  isSending: (sha256: string) => boolean = () => false,
): Promise<void> {
  const deleted = await all(store, EvidenceRecord, { where: { trashed: 2 } })
  const { midPull, resyncing } = store.standing()
  // Half of what the district says names half of the files.
  if (midPull || resyncing) return
  for (const { id, sight } of deleted) {
    const key = keyOf(EvidenceRecord.kind, id)
    const shas = sight === 'record' ? store.files.of(key) : []
    if (shas.length === 0 || shas.some(isSending)) continue
    let isWhole = true
    for (const sha256 of shas) {
      // The district let go of it too, and is asked again once another piece names it.
      store.setMeta(sentMark(store) + sha256, '')
      store.setMeta(`upload:${sha256}`, '')
      const by = store.files.namedBy(sha256, clock())
      isWhole &&= by === undefined
      if (by !== undefined) continue
      // At once: what comes from here on is a new file.
      blobs.remove(sha256)
      store.files.forget(sha256)
    }
    if (isWhole) store.files.forgetOf(key)
  }
}
