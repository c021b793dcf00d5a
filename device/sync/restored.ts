import { EvidenceRecord } from '../../core/evidence/record.ts'
import type { DeviceStore } from '../../db/device-store/open.ts'
import { all } from '../../db/query.ts'
import { sentMark } from './to-upload.ts'

const place = 'trashed-files'

/**
 * Files that were taken out of the trash since the last look count as not sent: the district may have let go of what lay
 * there for long, and is asked for each of them.
 */
export async function forgetRestored(store: DeviceStore): Promise<void> {
  const owner = store.standing().actor.person
  const trashed = await all(store, EvidenceRecord, { where: { owner, trashed: 1 } })
  const now = trashed.flatMap(({ body }) => body.file?.sha256 ?? [])
  const stored = store.meta(place)
  const before: readonly string[] = stored === undefined ? [] : JSON.parse(stored)
  const still = new Set(now)
  for (const sha256 of before) if (!still.has(sha256)) store.setMeta(sentMark + sha256, '')
  const text = JSON.stringify(now)
  if (text !== (stored ?? '[]')) store.setMeta(place, text)
}
