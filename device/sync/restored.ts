import { EvidenceRecord } from '../../core/evidence/record.ts'
import type { DeviceStore } from '../../db/device-store/open.ts'
import { all } from '../../db/query.ts'
import { sentMark } from './sent-mark.ts'

const place = 'trashed-pieces'

/**
 * Files of pieces that were put into the trash or taken out of it since the last look count as not sent: the district may
 * let go of what lies there for long, and is asked again once anything names the file, the same piece or a new one.
 */
export async function forgetRestored(store: DeviceStore): Promise<void> {
  const owner = store.standing().actor.person
  const trashed = await all(store, EvidenceRecord, { where: { owner, trashed: 1 } })
  const now = Object.fromEntries(
    trashed.flatMap(({ id, body: { file } }) => (file === undefined ? [] : [[id, file.sha256]])),
  )
  const stored = store.meta(place) ?? '{}'
  const before: Readonly<Record<string, string>> = JSON.parse(stored)
  const differ = (some: typeof before, others: typeof before) =>
    Object.entries(some).flatMap(([id, sha256]) => (others[id] === sha256 ? [] : [sha256]))
  const mark = sentMark(store)
  for (const sha256 of new Set([...differ(before, now), ...differ(now, before)]))
    store.setMeta(mark + sha256, '')
  const text = JSON.stringify(now)
  if (text !== stored) store.setMeta(place, text)
}
