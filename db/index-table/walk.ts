import type { AnyRecordType } from '../../core/kit/record-type.ts'
import { int, text } from '../sql/row.ts'
import type { Dialect, Steps } from '../sql/steps.ts'
import { query } from '../sql/steps.ts'
import { indexTable } from './index-table.ts'
import type { ListPlace } from './list.ts'
import { listRowsMax } from './list.ts'

/**
 * A list that lies in one text column: all values that begin with `prefix`, from the last to the first. A page of it is
 * read along the column's index and costs the same however long the list is. A record stands in it once at most.
 */
export interface WalkAsk {
  readonly along: string
  readonly prefix: string
  /** At most `listRowsMax`, which it is without. */
  readonly limit?: number
  /** Continue after this row of the page before. */
  readonly after?: ListPlace
}

/** A page of a walk, last value first. Throws for an unknown column. */
export function* walked(
  type: AnyRecordType,
  ask: WalkAsk,
  dialect: Dialect,
  streams?: readonly string[],
): Steps<readonly ListPlace[]> {
  const { column, from, below } = rangeOf(type, ask)
  const after = ask.after
    ? { sql: `and (${column} < ? or ${column} = ? and id < ?)`, values: placeValues(ask.after) }
    : undefined
  // What is after a place is below it too: said once more, so that the walk begins there.
  const top = ask.after ? String(ask.after.value) : below
  const seated = seatedIn(type, dialect, streams)
  const rows = yield* query(
    `select id, ${column} as value from ${indexTable(type.kind)} b
     where ${column} >= ? and ${column} ${ask.after ? '<=' : '<'} ? ${after?.sql ?? ''} ${seated.sql}
     order by ${column} desc, id desc limit ?`,
    from,
    top,
    ...(after?.values ?? []),
    ...seated.values,
    Math.min(ask.limit ?? listRowsMax, listRowsMax),
  )
  return rows.map(row => ({ id: text(row, 'id'), value: text(row, 'value') }))
}

/** How many records stand in a walk. Throws for an unknown column. */
export function* counted(
  type: AnyRecordType,
  ask: Pick<WalkAsk, 'along' | 'prefix'>,
  dialect: Dialect,
  streams?: readonly string[],
): Steps<number> {
  const { column, from, below } = rangeOf(type, ask)
  const seated = seatedIn(type, dialect, streams)
  const [row] = yield* query(
    `select count(*) as n from ${indexTable(type.kind)} b
     where ${column} >= ? and ${column} < ? ${seated.sql}`,
    from,
    below,
    ...seated.values,
  )
  return row ? int(row, 'n') : 0
}

/** Ends of the values that begin with a prefix: `from` belongs to them, `below` does not. */
export function rangeOf(
  type: AnyRecordType,
  { along, prefix }: Pick<WalkAsk, 'along' | 'prefix'>,
): { readonly column: string; readonly from: string; readonly below: string } {
  if (type.columns[along] !== 'text') throw new Error(`${type.kind} has no text column ${along}`)
  const last = prefix.charCodeAt(prefix.length - 1)
  if (!(last < 0x7f)) throw new RangeError('a prefix ends with a sign of ASCII')
  const below = prefix.slice(0, -1) + String.fromCharCode(last + 1)
  return { column: `"${along}"`, from: prefix, below }
}

const placeValues = ({ value, id }: ListPlace) => [String(value), String(value), id]

function seatedIn(type: AnyRecordType, dialect: Dialect, streams: readonly string[] | undefined) {
  if (streams === undefined) return { sql: '', values: [] }
  return {
    sql: `and exists (select 1 from member m where m.key = '${type.kind}/' || b.id and ${dialect.among('m.stream')})`,
    values: [JSON.stringify(streams)],
  }
}
