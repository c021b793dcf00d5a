import type { AnyRecordType, Cell } from '../../core/kit/record-type.ts'
import type { Dialect, Steps, Value } from '../sql/steps.ts'
import { query } from '../sql/steps.ts'
import { text } from '../sql/row.ts'
import { indexTable } from './index-table.ts'

/** The most rows that one page of a list may ask for. */
export const listRowsMax = 1_000

/** A condition on one column: equal, one of, or a range whose ends belong to it. */
export type Condition =
  | Cell
  | { readonly in: readonly Exclude<Cell, null>[] }
  | { readonly from?: string | number; readonly to?: string | number }

export interface ListAsk {
  readonly where?: Readonly<Record<string, Condition>>
  /** Absent values come last, either way. Without it: by id. */
  readonly order?: { readonly by: string; readonly desc?: boolean }
  readonly limit?: number
  /** Continue after this row of the page before. */
  readonly after?: ListPlace
}

/** Where a row stands in its list. */
export interface ListPlace {
  readonly value: Cell
  readonly id: string
}

/** The places of those records that fit, one each although a record may have several rows. Throws for an unknown column. */
export function* listed(
  type: AnyRecordType,
  ask: ListAsk,
  dialect: Dialect,
  streams?: readonly string[],
): Steps<readonly ListPlace[]> {
  const column = (name: string): string => {
    if (!(name in type.columns)) throw new Error(`${type.kind} has no column ${name}`)
    return `b."${name}"`
  }
  const by = ask.order ? column(ask.order.by) : 'null'
  const least = ask.order?.desc ? 'max' : 'min'
  const values: Value[] = []
  const conditions = ['1 = 1']
  const hold = (sql: string, ...held: Value[]): void => {
    conditions.push(sql)
    values.push(...held)
  }
  for (const [name, condition] of Object.entries(ask.where ?? {}))
    conditionOn(column(name), condition, hold)
  if (streams)
    hold(
      `exists (select 1 from member m where m.key = '${type.kind}/' || b.id and ${dialect.among('m.stream')})`,
      JSON.stringify(streams),
    )
  const after = ask.after
    ? pageAfter(ask.after, Boolean(ask.order), ask.order?.desc ?? false)
    : undefined
  const inner = `select b.id as id, ${ask.order ? `${least}(${by})` : 'null'} as value
    from ${indexTable(type.kind)} b where ${conditions.join(' and ')} group by b.id`
  const order = ask.order
    ? `order by (value is null), value ${ask.order.desc ? 'desc' : 'asc'}, id`
    : 'order by id'
  const limit = Math.min(ask.limit ?? listRowsMax, listRowsMax)
  const rows = yield* query(
    `select id, value from (${inner}) as found ${after ? `where ${after.sql}` : ''} ${order} limit ?`,
    ...values,
    ...(after?.values ?? []),
    limit,
  )
  return rows.map(row => ({ id: text(row, 'id'), value: cell(row['value']) }))
}

function conditionOn(
  column: string,
  condition: Condition,
  hold: (sql: string, ...values: Value[]) => void,
): void {
  if (condition === null) hold(`${column} is null`)
  else if (typeof condition !== 'object') hold(`${column} = ?`, condition)
  else if ('in' in condition)
    hold(
      condition.in.length === 0
        ? '1 = 0'
        : `${column} in (${condition.in.map(() => '?').join(', ')})`,
      ...condition.in,
    )
  else {
    if (condition.from !== undefined) hold(`${column} >= ?`, condition.from)
    if (condition.to !== undefined) hold(`${column} <= ?`, condition.to)
  }
}

function pageAfter(
  after: ListPlace,
  ordered: boolean,
  desc: boolean,
): { sql: string; values: Value[] } {
  if (!ordered) return { sql: 'id > ?', values: [after.id] }
  if (after.value === null) return { sql: '(value is null and id > ?)', values: [after.id] }
  return {
    sql: `(value is null or value ${desc ? '<' : '>'} ? or (value = ? and id > ?))`,
    values: [after.value, after.value, after.id],
  }
}

function cell(value: unknown): Cell {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value
  throw new TypeError(`index value of type ${typeof value}`)
}
