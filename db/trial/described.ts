import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { getTableConfig } from 'drizzle-orm/sqlite-core'
import { int, text, textMaybe } from '../sql/row.ts'
import type { Dialect, Sql, Steps } from '../sql/steps.ts'
import { query } from '../sql/steps.ts'

/** A table as one line for each column, index and reference, in no order: to be compared. */
export type Described = Readonly<Record<string, readonly string[]>>

/** What the descriptions in code say. */
export function inCode(tables: readonly SQLiteTable[], dialect: Dialect): Described {
  return Object.fromEntries(
    tables.map(table => {
      const { name, columns, primaryKeys, indexes, foreignKeys, uniqueConstraints } =
        getTableConfig(table)
      const keys = primaryKeys.flatMap(key => key.columns.map(column => column.name))
      const primary = columns.find(column => column.primary)
      const inKey = primary ? [primary.name] : keys
      const lines = [
        ...columns.map(column => {
          const type = column.getSQLType() === 'integer' ? dialect.int : 'text'
          const absent = column.notNull || inKey.includes(column.name) ? 'always' : 'or null'
          const standard = column.default === undefined ? '' : ` default ${String(column.default)}`
          return `${column.name} ${type} ${absent}${standard}`
        }),
        `key ${inKey.join(' ')}`,
        ...uniqueConstraints.map(one => `unique ${one.columns.map(each => each.name).join(' ')}`),
        ...indexes.map(({ config }) => {
          const on = config.columns.map(column => ('name' in column ? column.name : '?'))
          return `index ${config.name} ${on.join(' ')}`
        }),
        ...foreignKeys.map(key => {
          const to = key.reference()
          return `refers ${to.columns.map(one => one.name).join(' ')} to ${getTableConfig(to.foreignTable).name} ${key.onDelete}`
        }),
      ]
      return [name, lines.toSorted()]
    }),
  )
}

/** What a migrated database says of itself. */
export function inDatabase(sql: Sql): Promise<Described> {
  return sql.snapshot(sql.dialect.name === 'sqlite' ? sqliteTables : postgresTables)
}

function* sqliteTables(): Steps<Described> {
  const tables: Record<string, string[]> = {}
  const found = yield* query(
    `select name from pragma_table_list where schema = 'main' and type = 'table' and name not like 'sqlite_%'`,
  )
  for (const table of found.map(row => text(row, 'name'))) {
    const columns = yield* query('select * from pragma_table_info(?) order by pk', table)
    const lines = columns.map(row => {
      const absent = int(row, 'notnull') === 1 || int(row, 'pk') > 0 ? 'always' : 'or null'
      const standard = textMaybe(row, 'dflt_value')
      return `${text(row, 'name')} ${text(row, 'type').toLowerCase()} ${absent}${standard === undefined ? '' : ` default ${standard}`}`
    })
    const key = columns.flatMap(row => (int(row, 'pk') > 0 ? [text(row, 'name')] : []))
    lines.push(`key ${key.join(' ')}`)
    for (const row of yield* query('select * from pragma_index_list(?)', table)) {
      const name = text(row, 'name')
      const parts = yield* query('select name from pragma_index_info(?) order by seqno', name)
      const on = parts.map(part => text(part, 'name')).join(' ')
      if (row['origin'] === 'c') lines.push(`index ${name} ${on}`)
      if (row['origin'] === 'u') lines.push(`unique ${on}`)
    }
    for (const row of yield* query('select * from pragma_foreign_key_list(?)', table))
      lines.push(
        `refers ${text(row, 'to')} to ${text(row, 'table')} ${text(row, 'on_delete').toLowerCase()}`,
      )
    tables[table] = lines.toSorted()
  }
  return tables
}

function* postgresTables(): Steps<Described> {
  const tables: Record<string, string[]> = {}
  const lineOf = (table: string, line: string): void => {
    tables[table] = [...(tables[table] ?? []), line].toSorted()
  }
  const columns = yield* query(
    `select table_name, column_name, data_type, collation_name, is_nullable, column_default
     from information_schema.columns where table_schema = 'public' and table_name <> 'shape'`,
  )
  for (const row of columns) {
    const is = text(row, 'data_type')
    // Text sorts by bytes, or lists differ between the engines.
    const type = is === 'text' && row['collation_name'] !== 'C' ? 'text in another order' : is
    const absent = row['is_nullable'] === 'NO' ? 'always' : 'or null'
    const standard = textMaybe(row, 'column_default')
    const column = `${text(row, 'column_name')} ${type} ${absent}`
    lineOf(
      text(row, 'table_name'),
      standard === undefined ? column : `${column} default ${standard}`,
    )
  }
  const indexes = yield* query(
    `select t.relname as tab, i.relname as idx, x.indisprimary as is_primary, x.indisunique as is_unique,
       (select string_agg(a.attname, ' ' order by k.n) from unnest(x.indkey) with ordinality k (attnum, n)
        join pg_attribute a on a.attrelid = t.oid and a.attnum = k.attnum) as cols
     from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
     join pg_namespace s on s.oid = t.relnamespace where s.nspname = 'public' and t.relname <> 'shape'`,
  )
  for (const row of indexes) {
    const is = row['is_primary'] === true ? 'key' : row['is_unique'] === true ? 'unique' : ''
    lineOf(text(row, 'tab'), `${is || `index ${text(row, 'idx')}`} ${text(row, 'cols')}`)
  }
  return tables
}
