import { EvidenceRecord } from '../../core/evidence/record.ts'
import { deletedFrom } from '../../core/evidence/trash-lasts.ts'
import type { DeviceStore } from '../../db/device-store/open.ts'
import { listRowsMax } from '../../db/index-table/list.ts'

/** A clock that runs ahead is put right within so long (ms): what it makes due waits, and is looked at again. */
export const dueWaitsMs = 3 * 86_400_000

const place = 'trash-due'

interface Parts {
  readonly store: DeviceStore
  clock(): number
  /** Deletes a piece, as its person would. */
  deleted(input: { evidence: string; claims: string[]; since: number }): void
}

/**
 * On a computer of its own: deletes what has lain in the trash for its time, and has been due for three days by a clock that
 * went on from there. A clock that jumped deletes nothing on that day, and once it is put right nothing is due. A district has
 * the better clock, and does it for all of a person's computers (`district/evidence/delete-due.ts`).
 */
export async function deleteDue({ store, clock, deleted }: Parts): Promise<void> {
  if (store.standing().joined) return
  const now = clock()
  const before: Readonly<Record<string, number>> = JSON.parse(store.meta(place) ?? '{}')
  const waiting: Record<string, number> = {}
  const rows = await store.seen.list(EvidenceRecord, { where: { trashed: 1 }, limit: listRowsMax })
  for (const { rec } of rows) {
    const from = deletedFrom(rec)
    if (from === undefined || now < from) continue
    // A clock that was put back begins the wait anew.
    const since = Math.min(before[rec.id] ?? now, now)
    if (now - since < dueWaitsMs) waiting[rec.id] = since
    else deleted({ evidence: rec.id, claims: [], since: rec.body.trashedAt ?? 0 })
  }
  const text = JSON.stringify(waiting)
  if (text !== (store.meta(place) ?? '{}')) store.setMeta(place, text)
}
