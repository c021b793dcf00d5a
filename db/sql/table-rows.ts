import { getTableColumns } from 'drizzle-orm'
import type { InferSelectModel } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { SqlRow, Statement, Steps } from './steps.ts'

/** Whole rows of a table, each looked at column by column. Throws where the database is not what its tables say. */
export function* rowsOf<T extends SQLiteTable>(
  table: T,
  statement: Statement,
): Steps<(SqlRow & InferSelectModel<T>)[]> {
  const rows: (SqlRow & InferSelectModel<T>)[] = []
  for (const row of yield statement) {
    if (!isRowOf(table, row)) throw new TypeError('a row is not what its table says')
    rows.push(row)
  }
  return rows
}

function isRowOf<T extends SQLiteTable>(
  table: T,
  row: SqlRow,
): row is SqlRow & InferSelectModel<T> {
  return Object.entries(getTableColumns(table)).every(([name, column]) => {
    const value = row[name]
    if (value === null) return !column.notNull
    return column.dataType === 'number' ? Number.isSafeInteger(value) : typeof value === 'string'
  })
}
