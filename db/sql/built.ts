import { Placeholder, is, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { QueryBuilder } from 'drizzle-orm/sqlite-core'
import type { Dialect, Statement, Value } from './steps.ts'

/**
 * Builds the reading queries of both engines: its SQLite text has `?` for each value, as Steps want it, and what the
 * engines say differently comes from `Dialect`.
 */
export const build = new QueryBuilder()

/** A query that was built once: with its values, by name, it becomes a statement. */
export type Built = (values?: Readonly<Record<string, Value>>) => Statement

/**
 * Turns a query of the builder into text and the order of its values. Building costs more than running, so it is done
 * once for each shape of a query and not for each call. A missing value throws.
 */
export function built(query: { toSQL(): { sql: string; params: readonly unknown[] } }): Built {
  const { sql: text, params } = query.toSQL()
  const places = params.map(param => (is(param, Placeholder) ? param : { value: valueOf(param) }))
  return (values = {}) => ({
    sql: text,
    values: places.map(place => {
      if ('value' in place) return place.value
      const value = values[place.name]
      if (value === undefined) throw new Error(`no value for ${place.name}`)
      return value
    }),
  })
}

/** Whether a column is one of a JSON array of texts, which is one value of this name. `quoted`: the column as SQL. */
export function among(quoted: string, name: string, dialect: Dialect): SQL {
  const [before, after] = dialect.among(quoted).split('?')
  if (before === undefined || after === undefined) throw new Error('one value is expected')
  return sql`${sql.raw(before)}${sql.placeholder(name)}${sql.raw(after)}`
}

function valueOf(param: unknown): Value {
  if (param === null || typeof param === 'string' || typeof param === 'number') return param
  throw new TypeError(`a query holds a value of type ${typeof param}`)
}
