import type { SqlRow } from './steps.ts'

/** A text of a row. Throws where the column holds something else: the database is not what its tables say. */
export function text(row: SqlRow, column: string): string {
  const value = row[column]
  if (typeof value === 'string') return value
  throw new TypeError(`column ${column}: text expected, ${typeof value} found`)
}

/** A whole number of a row. */
export function int(row: SqlRow, column: string): number {
  const value = row[column]
  if (typeof value === 'number' && Number.isSafeInteger(value)) return value
  throw new TypeError(`column ${column}: whole number expected, ${typeof value} found`)
}

/** A text, or `undefined` for NULL. */
export function textMaybe(row: SqlRow, column: string): string | undefined {
  return row[column] === null ? undefined : text(row, column)
}

/** A whole number, or `undefined` for NULL. */
export function intMaybe(row: SqlRow, column: string): number | undefined {
  return row[column] === null ? undefined : int(row, column)
}
