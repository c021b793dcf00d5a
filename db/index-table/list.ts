import type { AnyRecordType, Cell } from '../../core/kit/record-type.ts'
import type { Dialect, Steps } from '../sql/steps.ts'
import { text } from '../sql/row.ts'
import { builtList } from './list-query.ts'
import type { TestKind } from './list-query.ts'

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
  const tests = Object.entries(ask.where ?? {}).flatMap(([column, condition]) =>
    testsOf(column, condition),
  )
  const list = builtList(
    type,
    {
      tests: tests.map(({ column, is, values }) => ({ column, is, count: values.length })),
      order: ask.order,
      after: ask.after && (ask.after.value === null ? 'absent' : 'present'),
      isSeated: streams !== undefined,
    },
    dialect,
  )
  const rows = yield list({
    ...Object.fromEntries(tests.flatMap(test => test.values).entries()),
    streams: JSON.stringify(streams ?? []),
    afterValue: ask.after?.value ?? null,
    afterId: ask.after?.id ?? '',
    limit: Math.min(ask.limit ?? listRowsMax, listRowsMax),
  })
  return rows.map(row => ({ id: text(row, 'id'), value: cell(row['value']) }))
}

interface Test {
  readonly column: string
  readonly is: TestKind
  readonly values: readonly (string | number)[]
}

function testsOf(column: string, condition: Condition): Test[] {
  if (condition === null) return [{ column, is: 'absent', values: [] }]
  if (typeof condition !== 'object') return [{ column, is: 'equal', values: [condition] }]
  if ('in' in condition) return [{ column, is: 'in', values: condition.in }]
  const tests: Test[] = []
  if (condition.from !== undefined) tests.push({ column, is: 'from', values: [condition.from] })
  if (condition.to !== undefined) tests.push({ column, is: 'to', values: [condition.to] })
  return tests
}

function cell(value: unknown): Cell {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value
  throw new TypeError(`index value of type ${typeof value}`)
}
