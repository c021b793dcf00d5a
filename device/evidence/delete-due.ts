import { EvidenceRecord } from '../../core/evidence/record.ts'
import type { DueSince } from '../../core/evidence/trash-due.ts'
import { overdue } from '../../core/evidence/trash-due.ts'
import { deletedFrom, emptiedSince } from '../../core/evidence/trash-lasts.ts'
import type { DeviceStore } from '../../db/device-store/open.ts'
import { listRowsMax } from '../../db/index-table/list.ts'

const place = 'trash-due'
const sincePlace = 'trash-emptied-since'

/** Since when a computer of its own empties its trash (epoch ms); `undefined`: a district does, or it has not begun. */
export function trashEmptiedSince({
  standing,
  meta,
}: Pick<DeviceStore, 'standing' | 'meta'>): number | undefined {
  const noted = standing().joined ? undefined : meta(sincePlace)
  return noted === undefined ? undefined : Number(noted)
}

interface Parts {
  readonly store: DeviceStore
  clock(): number
  /** Deletes a piece, as its person would. */
  deleted(input: { evidence: string; claims: string[]; since: number }): void
}

/**
 * On a computer of its own: deletes what has lain in the trash for its time. A district has the better clock, and does it for
 * all computers of a person (`district/evidence/delete-due.ts`).
 */
export async function deleteDue({ store, clock, deleted }: Parts): Promise<void> {
  if (store.standing().joined) return
  const noted = store.meta(sincePlace)
  const emptied = emptiedSince(noted, clock())
  if (String(emptied) !== noted) store.setMeta(sincePlace, String(emptied))
  const rows = await store.seen.list(EvidenceRecord, { where: { trashed: 1 }, limit: listRowsMax })
  const lying = rows.flatMap(({ rec }) => {
    const from = deletedFrom(rec, emptied)
    return from === undefined ? [] : [{ id: rec.id, from, since: rec.body.trashedAt ?? 0 }]
  })
  const stored = store.meta(place) ?? '{}'
  const before: DueSince = JSON.parse(stored)
  const { ids, waiting } = overdue(lying, before, clock())
  for (const { id, since } of lying)
    if (ids.includes(id)) deleted({ evidence: id, claims: [], since })
  const text = JSON.stringify(waiting)
  if (text !== stored) store.setMeta(place, text)
}
