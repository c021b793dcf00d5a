import type Database from 'better-sqlite3'

type Value = string | number

/** Something that is read beside the program, again and again. */
export interface Question<T> {
  rows(db: Database.Database, ...values: Value[]): readonly T[]
  first(db: Database.Database, ...values: Value[]): T | undefined
}

/** A question that is prepared once a database. */
export function question<T>(sql: string): Question<T> {
  const prepared = new WeakMap<Database.Database, Database.Statement<Value[], T>>()
  const on = (db: Database.Database): Database.Statement<Value[], T> => {
    const known = prepared.get(db) ?? db.prepare<Value[], T>(sql)
    prepared.set(db, known)
    return known
  }
  return {
    rows: (db, ...values) => on(db).all(...values),
    first: (db, ...values) => on(db).get(...values),
  }
}

/** The rows of a question that is seldom asked. */
export const rowsOf = <T>(db: Database.Database, sql: string, ...values: Value[]): readonly T[] =>
  db.prepare<Value[], T>(sql).all(...values)

/** The first of them. */
export const firstOf = <T>(db: Database.Database, sql: string, ...values: Value[]): T | undefined =>
  db.prepare<Value[], T>(sql).get(...values)

/** A record as it lies in the district. */
export interface Row {
  readonly key: string
  readonly kind: string
  readonly v: number
  readonly rev: number
  readonly body: string
  readonly clocks: string
}

/** A record of the district; `undefined`: there is none. */
export const rowIn = (record: Database.Database, key: string): Row | undefined =>
  records.first(record, key)

const records = question<Row>('select * from record where key = ?')

/** The revision of a record; 0 where there is none. */
export const revIn = (record: Database.Database, key: string): number =>
  revs.first(record, key)?.rev ?? 0

const revs = question<{ readonly rev: number }>('select rev from record where key = ?')

/** What a command came to in the district, as it is kept; `undefined`: nothing yet. */
export function resultIn(
  record: Database.Database,
  key: string,
): { readonly status: string; readonly refusal?: { readonly code: string } } | undefined {
  const row = results.first(record, key)
  return row === undefined ? undefined : JSON.parse(row.result)
}

const results = question<{ readonly result: string }>('select result from result where key = ?')
