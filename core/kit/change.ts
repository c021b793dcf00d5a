import type { Key, Rec, RecordType } from './record-type.ts'
import { keyOf } from './record-type.ts'

/**
 * What a command does to records. Never a put over an existing body: that would lose the fields which the
 * writer may not see or does not know. A field is a name, or `name.part` for one entry of a map.
 * A value of `undefined` takes the field away.
 */
export type Change =
  | {
      readonly do: 'create'
      readonly key: Key
      readonly v: number
      readonly body: object
      readonly clocks?: Readonly<Record<string, string>>
    }
  | {
      readonly do: 'patch'
      readonly key: Key
      readonly set: Readonly<Record<string, unknown>>
      readonly clocks?: Readonly<Record<string, string>>
    }
  | { readonly do: 'remove'; readonly key: Key }

/** A new record; the store refuses it when the key is held. */
export function create<B extends object>(type: RecordType<B>, id: string, body: B): Change {
  return { do: 'create', key: keyOf(type.kind, id), v: type.version, body }
}

/** Sets fields of a record that a command decides about: no clocks. */
export function patch<B>(rec: Rec<B>, set: { [K in keyof B]?: B[K] | undefined }): Change {
  return { do: 'patch', key: keyOf(rec.kind, rec.id), set }
}

/**
 * Sets fields by path (`name` or `name.part`) whatever their clocks say: for texts, which merge by what they
 * hold and not by when. Nothing where nothing is set.
 */
export function patchPaths<B>(
  rec: Rec<B>,
  set: Readonly<Record<string, unknown>>,
): readonly Change[] {
  if (Object.keys(set).length === 0) return []
  return [{ do: 'patch', key: keyOf(rec.kind, rec.id), set }]
}

/**
 * Sets fields that merge: last writer per field. A field whose stored stamp is newer is left out;
 * the change is absent when nothing is left.
 */
export function merge<B>(
  rec: Rec<B>,
  set: Readonly<Record<string, unknown>>,
  stamp: string,
): readonly Change[] {
  const fields = Object.entries(set).filter(([field]) => (rec.clocks[field] ?? '') <= stamp)
  if (fields.length === 0) return []
  return [
    {
      do: 'patch',
      key: keyOf(rec.kind, rec.id),
      set: Object.fromEntries(fields),
      clocks: Object.fromEntries(fields.map(([field]) => [field, stamp])),
    },
  ]
}

/** Takes a record away from everyone who has it. */
export function remove<B>(rec: Rec<B>): Change {
  return { do: 'remove', key: keyOf(rec.kind, rec.id) }
}
