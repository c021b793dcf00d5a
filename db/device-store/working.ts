import type { Key } from '../../core/kit/record-type.ts'
import type { Ask, Told } from '../engine/load.ts'
import type { Write } from '../records/apply.ts'
import type { StoredRec } from '../records/kinds.ts'
import type { Steps } from '../sql/steps.ts'
import type { Base } from './base.ts'
import { mirrorRecs } from './mirror.ts'
import { blobsHere, holdersOf, viewRec } from './view.ts'

/**
 * The records while commands are decided again: some start from the mirror, the others are as seen. Names
 * are answered from here too; the tables still tell of before.
 */
export interface Working {
  told(ask: Ask): Steps<Told>
  put(writes: readonly Write[]): void
  /** Every record that started from the mirror or was written, as it is now. */
  readonly current: ReadonlyMap<Key, StoredRec | undefined>
  /** Those that started from the mirror, as it has them. */
  readonly mirrored: ReadonlyMap<Key, StoredRec>
}

/** A working map in which the records of `keys` are the mirror's again. */
export function* workingFrom(keys: Iterable<Key>, base: Base): Steps<Working> {
  const current = new Map<Key, StoredRec | undefined>()
  const holders = new Map<string, Set<Key>>()
  const namesOf = (rec: StoredRec | undefined): readonly string[] =>
    rec ? (base.kinds.get(rec.kind)?.unique(rec.id, rec.body) ?? []) : []
  const set = (key: Key, rec: StoredRec | undefined): void => {
    for (const name of namesOf(current.get(key))) holders.get(name)?.delete(key)
    current.set(key, rec)
    for (const name of namesOf(rec))
      holders.set(name, (holders.get(name) ?? new Set<Key>()).add(key))
  }
  const all = [...keys]
  const mirrored = yield* mirrorRecs(all, base.kinds)
  for (const key of all) set(key, mirrored.get(key))

  function* holder(name: string): Steps<Key | undefined> {
    const [here] = holders.get(name) ?? []
    if (here) return here
    return (yield* holdersOf(name)).find(key => !current.has(key))
  }

  return {
    current,
    mirrored,
    put: writes => writes.forEach(write => set(write.key, write.rec)),
    told: function* (ask) {
      const names = new Map<string, Key>()
      for (const name of ask.names) {
        const key = yield* holder(name)
        if (key) names.set(name, key)
      }
      const records = new Map<Key, StoredRec>()
      for (const key of [...ask.keys, ...names.values()]) {
        const rec = current.has(key) ? current.get(key) : yield* viewRec(key, base)
        if (rec) records.set(key, rec)
      }
      return { records, names, blobs: yield* blobsHere(ask.blobs) }
    },
  }
}
