import { z } from 'zod'
import { EvidenceRecord } from '../../core/evidence/record.ts'
import type { DeviceStore } from '../../db/device-store/open.ts'
import { all } from '../../db/query.ts'
import { sentMark } from './sent-mark.ts'

const place = 'trashed-pieces'

/**
 * Files of pieces that were put into the trash or taken out of it since the last look count as not sent: the district lets go
 * of what is deleted there, and is asked again once anything names the file, the same piece or a new one. One that is being
 * taken out lies there until the district has said so: it may just be deleting it for another computer.
 */
export async function forgetRestored(store: DeviceStore): Promise<void> {
  const owner = store.standing().actor.person
  const trashed = await all(store, EvidenceRecord, { where: { owner, trashed: 1 } })
  const stored = store.meta(place) ?? '{}'
  const before: Readonly<Record<string, string>> = JSON.parse(stored)
  const waiting = beingTakenOut(store)
  const now = Object.fromEntries([
    ...Object.entries(before).filter(([id]) => waiting.has(id)),
    ...trashed.flatMap(({ id, body: { file } }) => (file === undefined ? [] : [[id, file.sha256]])),
  ])
  const differ = (some: typeof before, others: typeof before) =>
    Object.entries(some).flatMap(([id, sha256]) => (others[id] === sha256 ? [] : [sha256]))
  const mark = sentMark(store)
  for (const sha256 of new Set([...differ(before, now), ...differ(now, before)]))
    store.setMeta(mark + sha256, '')
  const text = JSON.stringify(now)
  if (text !== stored) store.setMeta(place, text)
}

/** Pieces of which a command waits that puts them into the trash, or takes them out. */
function beingTakenOut(store: DeviceStore): ReadonlySet<string> {
  const waiting = store.outbox().filter(({ name, state }) => name === trash && state !== 'refused')
  return new Set(waiting.flatMap(({ input }) => inputSchema.safeParse(input).data?.evidence ?? []))
}

const trash = 'evidence.trash'
const inputSchema = z.object({ evidence: z.string() })
