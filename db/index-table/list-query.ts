import {
  and,
  asc,
  desc,
  eq,
  exists,
  getTableColumns,
  gt,
  gte,
  inArray,
  isNull,
  lt,
  lte,
  or,
  sql,
} from 'drizzle-orm'
import type { Placeholder, SQL } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteColumnBuilderBase } from 'drizzle-orm/sqlite-core'
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { AnyRecordType } from '../../core/kit/record-type.ts'
import { member } from '../district-store/tables.ts'
import { among, build, built } from '../sql/built.ts'
import type { Built } from '../sql/built.ts'
import type { Dialect } from '../sql/steps.ts'

export type TestKind = 'absent' | 'equal' | 'in' | 'from' | 'to'

/** What a list asks, without the values: lists of one shape are one statement. */
export interface ListShape {
  /** Their values are named '0', '1' … through all tests. */
  readonly tests: readonly {
    readonly column: string
    readonly is: TestKind
    readonly count: number
  }[]
  readonly order: { readonly by: string; readonly desc?: boolean } | undefined
  /** Begins after a row that has a value to be ordered by, or after one that has none: `afterValue`, `afterId`. */
  readonly after: 'absent' | 'present' | undefined
  /** Only what is seated in one of `streams`. */
  readonly isSeated: boolean
}

const known = new WeakMap<AnyRecordType, Map<string, Built>>()

/** The query of a shape, built when it is first asked for. Throws for an unknown column. */
export function builtList(type: AnyRecordType, shape: ListShape, dialect: Dialect): Built {
  const ofType = known.get(type) ?? new Map<string, Built>()
  known.set(type, ofType)
  const name = nameOf(shape, dialect)
  const made = ofType.get(name) ?? listOf(type, shape, dialect)
  ofType.set(name, made)
  return made
}

function nameOf({ tests, order, after, isSeated }: ListShape, dialect: Dialect): string {
  let name = `${dialect.name} ${order?.by} ${order?.desc} ${after} ${isSeated}`
  for (const { column, is, count } of tests) name += ` ${column} ${is} ${count}`
  return name
}

function listOf(type: AnyRecordType, shape: ListShape, dialect: Dialect): Built {
  const table = tableOf(type)
  const columns = new Map(Object.entries(getTableColumns(table)))
  const column = (name: string) => {
    const found = name in type.columns ? columns.get(name) : undefined
    if (!found) throw new Error(`${type.kind} has no column ${name}`)
    return found
  }
  const { order } = shape
  const isDesc = order?.desc ?? false
  let value = sql`null`
  if (order) value = isDesc ? sql`max(${column(order.by)})` : sql`min(${column(order.by)})`
  let n = 0
  const place = () => sql.placeholder(String(n++))
  const tests = shape.tests.map(test => {
    const places = Array.from({ length: test.count }, place)
    return conditionOn(column(test.column), test.is, places)
  })
  const seat = build
    .select({ one: sql`1` })
    .from(member)
    .where(
      and(
        eq(member.key, sql`${sql.raw(`'${type.kind}/'`)} || ${table.id}`),
        among('"member"."stream"', 'streams', dialect),
      ),
    )
  const found = build
    .select({ id: table.id, value: value.as('value') })
    .from(table)
    .where(and(...tests, shape.isSeated ? exists(seat) : undefined))
    .groupBy(table.id)
    .as('found')
  const [afterValue, afterId] = [sql.placeholder('afterValue'), sql.placeholder('afterId')]
  const laterId = gt(found.id, afterId)
  const beyond = isDesc ? lt(found.value, afterValue) : gt(found.value, afterValue)
  let after: SQL | undefined
  if (shape.after && !order) after = laterId
  else if (shape.after === 'absent') after = and(isNull(found.value), laterId)
  else if (shape.after)
    after = or(isNull(found.value), beyond, and(eq(found.value, afterValue), laterId))
  const byValue = isDesc ? desc(found.value) : asc(found.value)
  return built(
    build
      .select({ id: found.id, value: found.value })
      .from(found)
      .where(after)
      .orderBy(...(order ? [isNull(found.value), byValue] : []), asc(found.id))
      .limit(sql.placeholder('limit')),
  )
}

function conditionOn(
  column: SQLiteColumn,
  is: TestKind,
  places: readonly Placeholder[],
): SQL | undefined {
  const [place] = places
  if (is === 'absent') return isNull(column)
  if (is === 'in') return inArray(column, [...places])
  if (is === 'from') return gte(column, place)
  if (is === 'to') return lte(column, place)
  return eq(column, place)
}

/** The index table of a kind, as the builder knows it. */
function tableOf(type: AnyRecordType) {
  const cells = Object.entries(type.columns).map(([name, is]) => {
    const cell: SQLiteColumnBuilderBase = is === 'int' ? integer(name) : text(name)
    return [name, cell] as const
  })
  return sqliteTable(`by_${type.kind}`, { ...Object.fromEntries(cells), id: text('id').notNull() })
}
