import type { AnyRecordType } from '../../core/kit/record-type.ts'
import type { StoredRec } from '../records/kinds.ts'
import type { Dialect, Steps, Value } from '../sql/steps.ts'
import { insertRows } from '../sql/insert-rows.ts'
import { text } from '../sql/row.ts'
import { query } from '../sql/steps.ts'

/** The index table of a kind; its rows follow from the bodies alone and can be made anew at any time. */
export const indexTable = (kind: string): string => `"by_${kind}"`

const quoted = (column: string): string => `"${column}"`

/** What the table looks like; when this text differs from the stored one, the table is made anew. */
export function indexVersion(type: AnyRecordType, build: string): string {
  return JSON.stringify([type.columns, type.version, build])
}

/** Makes the empty table, in place of an older one, ready for lists to go by. */
export function* createIndex(type: AnyRecordType, dialect: Dialect): Steps<void> {
  yield* createBare(type, dialect)
  yield* createWays(type)
}

/** The table alone: for many rows at once, before `createWays`. */
export function* createBare(type: AnyRecordType, dialect: Dialect): Steps<void> {
  const table = indexTable(type.kind)
  const columns = Object.entries(type.columns)
  const cells = columns.map(([name, is]) => `, ${quoted(name)} ${dialect[is]}`).join('')
  yield* query(`drop table if exists ${table}`)
  yield* query(`create table ${table} (id ${dialect.text} not null${cells})${dialect.strict}`)
}

/** What its rows are found by, each column in its order: made of rows that are there it costs a part of what each row would. */
export function* createWays(type: AnyRecordType): Steps<void> {
  for (const name of ['id', ...Object.keys(type.columns)])
    yield* query(
      `create index "by_${type.kind}.${name}" on ${indexTable(type.kind)} (${quoted(name)})`,
    )
}

/** Brings a record's rows up to date; no record, no rows. A kind without columns has one row each, so that it can be listed. */
export function* indexRecord(
  type: AnyRecordType,
  id: string,
  rec: StoredRec | undefined,
  dialect: Dialect,
): Steps<void> {
  yield* indexRecords(type, new Map([[id, rec]]), dialect)
}

/**
 * The same for many records of a kind at once. What is as it was isn't touched: most edits change nothing that lists go
 * by. `isNew`: there can be no rows of this record yet.
 */
export function* indexRecords(
  type: AnyRecordType,
  recs: ReadonlyMap<string, StoredRec | undefined>,
  dialect: Dialect,
  isNew: (id: string) => boolean = () => false,
): Steps<void> {
  const table = indexTable(type.kind)
  const columns = Object.keys(type.columns)
  const names = ['id', ...columns].map(quoted).join(', ')
  const now = new Map<string, readonly Value[][]>()
  for (const [id, rec] of recs) now.set(id, rec ? cellsOf(type, columns, id, rec) : [])
  const asked = [...recs.keys()].filter(id => !isNew(id))
  if (asked.length > 0) {
    const before = new Map<string, Value[][]>()
    const sql = `select ${names} from ${table} where ${dialect.among('id')}`
    for (const row of yield* query(sql, JSON.stringify(asked))) {
      const id = text(row, 'id')
      const cells = [id, ...columns.map(column => valueOf(row[column]))]
      const rows = before.get(id)
      if (rows === undefined) before.set(id, [cells])
      else rows.push(cells)
    }
    const other: string[] = []
    for (const [id, rows] of before) {
      if (isSame(rows, now.get(id) ?? [])) now.delete(id)
      else other.push(id)
    }
    if (other.length > 0)
      yield* query(`delete from ${table} where ${dialect.among('id')}`, JSON.stringify(other))
  }
  yield* insertRows(`${table} (${names})`, [...now.values()].flat())
}

function cellsOf(
  type: AnyRecordType,
  columns: readonly string[],
  id: string,
  rec: StoredRec,
): Value[][] {
  const rows = columns.length > 0 ? type.rows(id, rec.body) : [{}]
  return rows.map(row => [id, ...columns.map(column => row[column] ?? null)])
}

/** In whatever order. */
function isSame(some: readonly Value[][], others: readonly Value[][]): boolean {
  if (some.length !== others.length) return false
  const [one] = some
  const [other] = others
  if (some.length === 1 && one && other) return one.every((cell, at) => cell === other[at])
  const said = (rows: readonly Value[][]) => rows.map(row => JSON.stringify(row)).toSorted()
  return said(some).join() === said(others).join()
}

function valueOf(cell: unknown): Value {
  if (cell === null || typeof cell === 'string' || typeof cell === 'number') return cell
  throw new TypeError(`index value of type ${typeof cell}`)
}
