import type { Sql, Statement, Steps } from '../sql/steps.ts'
import { query } from '../sql/steps.ts'

/** The same engine, where what is asked of it is written down. */
export function watched(sql: Sql, asked: Statement[]): Sql {
  function* watching<T>(steps: Steps<T>): Steps<T> {
    let next = steps.next()
    while (!next.done) {
      asked.push(next.value)
      next = steps.next(yield next.value)
    }
    return next.value
  }
  return {
    ...sql,
    write: (steps, keeps) => sql.write(() => watching(steps()), keeps),
    snapshot: steps => sql.snapshot(() => watching(steps())),
  }
}

/** Those of the tables that a statement would be answered from by reading all of their rows, as the engine plans it. */
export async function readWhole(sql: Sql, { sql: text, values }: Statement): Promise<string[]> {
  const isSqlite = sql.dialect.name === 'sqlite'
  const rows = await sql.write(
    function* () {
      // Tables of a test are small: read whole they would be whatever stands beside them.
      if (!isSqlite) yield* query('set local enable_seqscan = off')
      return yield* query(`explain ${isSqlite ? 'query plan ' : ''}${text}`, ...values)
    },
    () => false,
  )
  const lines = rows.map(row => String(row[isSqlite ? 'detail' : 'QUERY PLAN']))
  // The first rows of an order that is kept: no more than these are read.
  const isFirstOnly = / limit (\?|\d+)$/.test(text) && !text.includes(' where ')
  if (isFirstOnly && !lines.some(line => line.includes('TEMP B-TREE'))) return []
  const whole = isSqlite ? /^SCAN (?!json_each|\d)(\S+)/ : /Seq Scan on (\S+)/
  return lines.flatMap(line => whole.exec(line)?.[1] ?? [])
}
