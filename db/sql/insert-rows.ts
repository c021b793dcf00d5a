import type { Steps, Value } from './steps.ts'
import { query } from './steps.ts'

/** How many rows one statement takes: so that many cost little more than a few. */
const rowsAtOnce = 32

/**
 * Inserts rows, many with each statement. `into`: the table with its columns, `table (a, b)`; `after`: what follows the
 * values (`on conflict …`). All rows have as many values as the first.
 */
export function* insertRows(
  into: string,
  rows: readonly (readonly Value[])[],
  after = '',
): Steps<void> {
  const [first] = rows
  if (first === undefined) return
  const marks = `(${first.map(() => '?').join(', ')})`
  const statement = (count: number) =>
    `insert into ${into} values ${Array.from({ length: count }, () => marks).join(', ')} ${after}`
  const many = rows.length < rowsAtOnce ? '' : statement(rowsAtOnce)
  let at = 0
  for (; at + rowsAtOnce <= rows.length; at += rowsAtOnce)
    yield* query(many, ...rows.slice(at, at + rowsAtOnce).flat())
  const one = statement(1)
  for (const row of rows.slice(at)) yield* query(one, ...row)
}
