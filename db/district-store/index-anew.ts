import type { AnyRecordType } from '../../core/kit/record-type.ts'
import { indexRecords } from '../index-table/index-table.ts'
import type { Kinds } from '../records/kinds.ts'
import { text } from '../sql/row.ts'
import type { Dialect, Steps } from '../sql/steps.ts'
import { query } from '../sql/steps.ts'
import { recOf } from './rec-row.ts'

/** How many records are in memory at a time: a district has more than would fit. */
export const indexedAtOnce = 1_000

/** Fills an empty index table from all records of its kind. */
export function* indexAnew(type: AnyRecordType, kinds: Kinds, dialect: Dialect): Steps<void> {
  // Keys begin with their kind; '0' is the character after '/'.
  const below = `${type.kind}0`
  let after = `${type.kind}/`
  for (;;) {
    const rows = yield* query(
      `select key, v, rev, body, clocks from record where key > ? and key < ? order by key limit ${indexedAtOnce}`,
      after,
      below,
    )
    const recs = new Map(
      rows.map(row => {
        const { rec } = recOf(row, kinds)
        return [rec.id, rec]
      }),
    )
    yield* indexRecords(type, recs, dialect, () => true)
    const last = rows.at(-1)
    if (last === undefined || rows.length < indexedAtOnce) return
    after = text(last, 'key')
  }
}
