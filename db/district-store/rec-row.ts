import type { Key } from '../../core/kit/record-type.ts'
import type { Kinds, StoredRec } from '../records/kinds.ts'
import { asKey, partsOf, upcast } from '../records/kinds.ts'
import { int, text } from '../sql/row.ts'
import type { SqlRow } from '../sql/steps.ts'

/** A row of `record` as the record it holds, brought to today's version. */
export function recOf(row: SqlRow, kinds: Kinds): { key: Key; rec: StoredRec } {
  const key = asKey(text(row, 'key'))
  const rec: StoredRec = {
    ...partsOf(key),
    v: int(row, 'v'),
    rev: int(row, 'rev'),
    body: JSON.parse(text(row, 'body')),
    clocks: JSON.parse(text(row, 'clocks')),
  }
  return { key, rec: upcast(rec, kinds) }
}
