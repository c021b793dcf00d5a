import { int, text } from '../sql/row.ts'
import type { Dialect, Steps } from '../sql/steps.ts'
import { query } from '../sql/steps.ts'
import type { Migration } from './migration.ts'

/**
 * Takes these steps one after the other. Throws where one leaves a table without as many rows as it had, or takes it away,
 * and does not say that it does.
 */
export function* keepingRows(dialect: Dialect, migrations: readonly Migration[]): Steps<void> {
  let before: ReadonlyMap<string, number> =
    migrations.length === 0 ? new Map() : yield* rowsOfTables(dialect)
  // What is only being made has nothing to lose.
  const isNew = before.size === 0
  for (const { number, statements, changesRowsOf = [] } of migrations) {
    for (const statement of statements(dialect)) yield* query(statement)
    if (isNew) continue
    const after = yield* rowsOfTables(dialect)
    for (const [table, many] of before)
      if (after.get(table) !== many && !changesRowsOf.includes(table))
        throw new Error(
          `migration ${number} leaves ${after.get(table) ?? 'no'} of ${many} rows of ${table}`,
        )
    before = after
  }
}

/** How many rows each table has, but for what SQLite and a search's own tables keep beside. */
function* rowsOfTables(dialect: Dialect): Steps<ReadonlyMap<string, number>> {
  const tables = yield* query(
    dialect.name === 'sqlite'
      ? `select name from pragma_table_list
           where schema = 'main' and type = 'table' and name not like 'sqlite~_%' escape '~'`
      : `select table_name as name from information_schema.tables
           where table_schema = current_schema() and table_type = 'BASE TABLE'`,
  )
  if (tables.length === 0) return new Map()
  const counts = yield* query(
    tables
      .map(row => text(row, 'name'))
      .map(name => `select '${name}' as name, count(*) as many from "${name}"`)
      .join(' union all '),
  )
  return new Map(counts.map(row => [text(row, 'name'), int(row, 'many')]))
}
