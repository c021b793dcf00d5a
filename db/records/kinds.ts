import type { AnyRecordType, Json, Key, Rec } from '../../core/kit/record-type.ts'
import type { Body } from '../wire.ts'

/** A record as it is stored: the body with every field it came with, also those this version doesn't know. */
export type StoredRec = Rec<Body>

/** The record types by kind. */
export type Kinds = ReadonlyMap<string, AnyRecordType>

const nameShape = /^[a-zA-Z][a-zA-Z0-9_-]*$/

/** Kinds that this room uses for itself. */
const reserved = new Set(['name', 'result'])

/** The table of kinds. Throws for a kind that is there twice, or for names that can't be a table's. */
export function kindsOf(types: readonly AnyRecordType[]): Kinds {
  const kinds = new Map<string, AnyRecordType>()
  for (const type of types) {
    if (reserved.has(type.kind)) throw new Error(`record type reserved: ${type.kind}`)
    if (kinds.has(type.kind)) throw new Error(`record type twice: ${type.kind}`)
    for (const name of [type.kind, ...Object.keys(type.columns)])
      if (!nameShape.test(name) || name === 'id') throw new Error(`not a usable name: ${name}`)
    kinds.set(type.kind, type)
  }
  return kinds
}

/** Kind and id of a key. */
export function partsOf(key: Key): { kind: string; id: string } {
  const slash = key.indexOf('/')
  return { kind: key.slice(0, slash), id: key.slice(slash + 1) }
}

/** A key read back from where one was written. Throws for other text. */
export function asKey(text: string): Key {
  const { kind, id } = {
    kind: text.slice(0, text.indexOf('/')),
    id: text.slice(text.indexOf('/') + 1),
  }
  if (kind === '' || id === '') throw new TypeError('not a key')
  return `${kind}/${id}`
}

/** JSON data as it will be read back: a copy without functions and `undefined`. */
export function plain(value: unknown): Json {
  const copy: Json = JSON.parse(JSON.stringify(value) ?? 'null')
  return copy
}

/** A body as it will be read back. Throws for anything but an object. */
export function bodyOf(value: unknown): Body {
  const copy = plain(value)
  if (copy === null || typeof copy !== 'object' || Array.isArray(copy))
    throw new TypeError('a body is an object')
  return copy
}

/**
 * Whether this program can read a record. One that a newer program wrote, in a shape that this one does not know, is kept and
 * not looked at, as a kind of a newer program is: it is read after the update.
 */
export function isReadable(rec: StoredRec, kinds: Kinds): boolean {
  const type = kinds.get(rec.kind)
  return type !== undefined && (rec.v <= type.version || type.schema.safeParse(rec.body).success)
}

/** The record with its body brought to the version this program knows. A newer one is left as it is. */
export function upcast(rec: StoredRec, kinds: Kinds): StoredRec {
  const type = kinds.get(rec.kind)
  if (!type || rec.v >= type.version) return rec
  let body: Json = rec.body
  for (let v = rec.v; v < type.version; v++) {
    const migrate = type.migrations[v]
    if (!migrate) throw new Error(`${rec.kind}: no migration from version ${v}`)
    body = migrate(body)
  }
  return { ...rec, v: type.version, body: bodyOf(body) }
}
