import type { DeviceStore } from '../../db/device-store/open.ts'
import type { Asker } from '../../db/query.ts'
import type { BlobStore } from '../evidence/blob-store.ts'
import { refusedRows } from './refused-rows.ts'

interface Kept {
  readonly store: DeviceStore
  readonly blobs: BlobStore
}

/** What a query may look at on this computer. */
export function askerOf({ store, blobs }: Kept): Asker {
  const { actor } = store.standing()
  return {
    person: actor.person,
    roles: actor.roles,
    seen: store.seen,
    search: async (question, kind, limit) => store.search(question, [kind], limit),
    searchAlong: async (question, type, ask) => store.searchAlong(question, type, ask),
    snippets: async (question, kind, ids) => store.snippets(question, kind, ids),
    here: async shas => new Set(shas.filter(sha => blobs.has(sha))),
    refused: async () => refusedRows(store.outbox()),
  }
}
