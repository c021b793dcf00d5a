import type { DeviceStore } from '../../db/device-store/open.ts'
import type { Asker } from '../../db/query.ts'
import type { BlobStore } from '../evidence/blob-store.ts'
import type { DeviceKey } from '../keys/device-key.ts'
import { trashEmptiedSince } from '../evidence/delete-due.ts'
import { ownComputer } from './own-computer.ts'
import { refusedRows } from './refused-rows.ts'

interface Kept {
  readonly store: DeviceStore
  readonly blobs: BlobStore
  readonly key: DeviceKey | undefined
}

/** What a query may look at on this computer. */
export function askerOf({ store, blobs, key }: Kept): Asker {
  const { actor } = store.standing()
  return {
    person: actor.person,
    roles: actor.roles,
    grants: actor.grants,
    seen: store.seen,
    search: async (question, kind, limit) => store.search(question, [kind], limit),
    searchAlong: async (question, type, ask) => store.searchAlong(question, type, ask),
    snippets: async (question, kind, ids) => store.snippets(question, kind, ids),
    here: async shas => new Set(shas.filter(sha => blobs.has(sha))),
    async intact(shas) {
      const found = new Set<string>()
      // One after the other: a film is read once, not ten at a time.
      for (const sha of shas) if ((await blobs.checked(sha)) !== undefined) found.add(sha)
      return found
    },
    own: ownComputer(store, key),
    trashEmptiedSince: trashEmptiedSince(store),
    refused: async () => refusedRows(store.outbox()),
  }
}
