import type { AnyRecordType } from '../../core/kit/record-type.ts'
import type { StoredRec } from '../records/kinds.ts'
import type { Dialect, Steps, Value } from '../sql/steps.ts'
import { query } from '../sql/steps.ts'

/** The index table of a kind; its rows follow from the bodies alone and can be made anew at any time. */
export const indexTable = (kind: string): string => `"by_${kind}"`

const quoted = (column: string): string => `"${column}"`

/** What the table looks like; when this text differs from the stored one, the table is made anew. */
export function indexVersion(type: AnyRecordType, build: string): string {
  return JSON.stringify([type.columns, type.version, build])
}

/** Makes the empty table, in place of an older one. */
export function* createIndex(type: AnyRecordType, dialect: Dialect): Steps<void> {
  const table = indexTable(type.kind)
  const columns = Object.entries(type.columns)
  const cells = columns.map(([name, is]) => `, ${quoted(name)} ${dialect[is]}`).join('')
  yield* query(`drop table if exists ${table}`)
  yield* query(`create table ${table} (id ${dialect.text} not null${cells})${dialect.strict}`)
  for (const name of ['id', ...columns.map(([column]) => column)])
    yield* query(`create index "by_${type.kind}.${name}" on ${table} (${quoted(name)})`)
}

/** Brings a record's rows up to date; no record, no rows. A kind without columns has one row each, so that it can be listed. */
export function* indexRecord(
  type: AnyRecordType,
  id: string,
  rec: StoredRec | undefined,
): Steps<void> {
  const table = indexTable(type.kind)
  yield* query(`delete from ${table} where id = ?`, id)
  if (!rec) return
  const columns = Object.keys(type.columns)
  const names = ['id', ...columns].map(quoted).join(', ')
  const marks = ['?', ...columns.map(() => '?')].join(', ')
  const rows = columns.length > 0 ? type.rows(id, rec.body) : [{}]
  for (const row of rows) {
    const of = new Map(Object.entries(row))
    const cells: Value[] = columns.map(column => of.get(column) ?? null)
    yield* query(`insert into ${table} (${names}) values (${marks})`, id, ...cells)
  }
}
