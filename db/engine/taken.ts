import type { Key } from '../../core/kit/record-type.ts'
import type { Write } from '../records/apply.ts'
import type { Kinds, StoredRec } from '../records/kinds.ts'
import type { Told } from './load.ts'

/** The unique names that writes take which their records did not hold before. */
export function namesTaken(
  writes: readonly Write[],
  reads: ReadonlyMap<Key, StoredRec | undefined>,
  kinds: Kinds,
): string[] {
  return writes.flatMap(({ key, rec }) => {
    const held = new Set(namesOf(reads.get(key), kinds))
    return namesOf(rec, kinds).filter(name => !held.has(name))
  })
}

/** A name among them that another record holds and does not give up with the same writes. */
export function heldElsewhere(
  names: readonly string[],
  told: Told,
  writes: readonly Write[],
  kinds: Kinds,
): string | undefined {
  const after = new Map(writes.map(write => [write.key, write.rec]))
  return names.find(name => {
    const holder = told.names.get(name)
    if (!holder) return false
    return after.has(holder) ? heldTwice(name, writes, kinds) : true
  })
}

function heldTwice(name: string, writes: readonly Write[], kinds: Kinds): boolean {
  return writes.filter(({ rec }) => namesOf(rec, kinds).includes(name)).length > 1
}

function namesOf(rec: StoredRec | undefined, kinds: Kinds): readonly string[] {
  return rec ? (kinds.get(rec.kind)?.unique(rec.id, rec.body) ?? []) : []
}
