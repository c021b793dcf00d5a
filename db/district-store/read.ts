import type { Key } from '../../core/kit/record-type.ts'
import type { Ask, Told } from '../engine/load.ts'
import type { Decided } from '../engine/store.ts'
import type { Kinds, StoredRec } from '../records/kinds.ts'
import { asKey } from '../records/kinds.ts'
import { text, textMaybe } from '../sql/row.ts'
import type { Dialect, Steps } from '../sql/steps.ts'
import { query } from '../sql/steps.ts'
import type { Result } from '../wire.ts'
import { recOf } from './rec-row.ts'

/** Answers what a step of a command asks. */
export function* told(
  ask: Ask & { readonly owner: string | undefined },
  kinds: Kinds,
  dialect: Dialect,
): Steps<Told> {
  const names = yield* namesOf(ask.names, dialect)
  const records = yield* recordsOf([...ask.keys, ...names.values()], kinds, dialect)
  return { records, names, blobs: yield* verified(ask.blobs, ask.owner, dialect) }
}

/** Who holds those of the names that somebody holds. */
export function* namesOf(asked: readonly string[], dialect: Dialect): Steps<Map<string, Key>> {
  const names = new Map<string, Key>()
  if (asked.length === 0) return names
  const sql = `select name, key from name where ${dialect.among('name')}`
  for (const row of yield* query(sql, JSON.stringify(asked)))
    names.set(text(row, 'name'), asKey(text(row, 'key')))
  return names
}

/** Those of the records that exist, at today's version. `lock`: how they are held until the end of the transaction. */
export function* recordsOf(
  keys: readonly Key[],
  kinds: Kinds,
  dialect: Dialect,
  lock = '',
): Steps<Map<Key, StoredRec>> {
  const records = new Map<Key, StoredRec>()
  if (keys.length === 0) return records
  const sql = `select key, v, rev, body, clocks from record where ${dialect.among('key')}${lock}`
  for (const row of yield* query(sql, JSON.stringify(keys))) {
    const { key, rec } = recOf(row, kinds)
    records.set(key, rec)
  }
  return records
}

/** Those of the files that are here whole; `owner`: whose count. */
export function* verified(
  shas: readonly string[],
  owner: string | undefined,
  dialect: Dialect,
): Steps<ReadonlySet<string>> {
  if (shas.length === 0) return new Set()
  const sql = `select sha from blob where ${dialect.among('sha')}`
  const rows =
    owner === undefined
      ? yield* query(sql, JSON.stringify(shas))
      : yield* query(`${sql} and owner = ?`, JSON.stringify(shas), owner)
  return new Set(rows.map(row => text(row, 'sha')))
}

/** The stored results of those of the keys that have one. */
export function* resultsOf(keys: readonly string[], dialect: Dialect): Steps<Map<string, Decided>> {
  const results = new Map<string, Decided>()
  if (keys.length === 0) return results
  const sql = `select key, result, digest, stamp from result where ${dialect.among('key')}`
  for (const row of yield* query(sql, JSON.stringify(keys))) {
    const digest = textMaybe(row, 'digest')
    const stamp = textMaybe(row, 'stamp')
    const sent = digest === undefined || stamp === undefined ? undefined : { digest, stamp }
    const result: Result = JSON.parse(text(row, 'result'))
    results.set(text(row, 'key'), { result, sent })
  }
  return results
}
