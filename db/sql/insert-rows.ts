import type { SqlRow, Steps, Value } from './steps.ts'

/** How many rows one statement takes: many cost little more than a few, and there are few different statements. */
const rowsAtOnce = [128, 32, 8, 1] as const

/**
 * Inserts rows, many with each statement. `into`: the table with its columns, `table (a, b)`; `after`: what follows the
 * values (`on conflict …`, `returning …`). All rows have as many values as the first. Returns what the statements return,
 * in no order that could be relied on.
 */
export function* insertRows(
  into: string,
  rows: readonly (readonly Value[])[],
  after = '',
): Steps<readonly SqlRow[]> {
  const [first] = rows
  if (first === undefined) return []
  const marks = `(${first.map(() => '?').join(', ')})`
  const returned: SqlRow[] = []
  let at = 0
  for (const count of rowsAtOnce) {
    if (rows.length - at < count) continue
    const all = Array.from({ length: count }, () => marks).join(', ')
    const sql = `insert into ${into} values ${all} ${after}`
    for (; at + count <= rows.length; at += count) {
      const values: Value[] = []
      for (let n = at; n < at + count; n++) for (const value of rows[n] ?? []) values.push(value)
      for (const row of yield { sql, values }) returned.push(row)
    }
  }
  return returned
}
