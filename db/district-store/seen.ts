import type { RecordType } from '../../core/kit/record-type.ts'
import { keyOf } from '../../core/kit/record-type.ts'
import { listed } from '../index-table/list.ts'
import type { Kinds, StoredRec } from '../records/kinds.ts'
import { projected } from '../records/projection.ts'
import type { Seen, SeenRec } from '../seen.ts'
import { narrowed } from '../seen.ts'
import type { Sql } from '../sql/steps.ts'
import { recordsOf } from './read.ts'

/**
 * The district's records as someone sees them: those in `streams`, projected; all of them, whole, where
 * `streams` is undefined (the district's own reactions and reports).
 */
export function districtSeen(sql: Sql, kinds: Kinds, streams?: readonly string[]): Seen {
  const reads = streams && new Set(streams)
  const show = (rec: StoredRec): StoredRec | undefined => {
    const type = kinds.get(rec.kind)
    return reads && type ? projected(rec, type, stream => reads.has(stream)) : rec
  }
  return {
    get: async <B>(type: RecordType<B>, id: string) => {
      const key = keyOf(type.kind, id)
      const found = await sql.snapshot(() => recordsOf([key], kinds, sql.dialect))
      const rec = found.get(key)
      return rec && seenRec<B>(type, show(rec))
    },
    list: async (type, ask) =>
      sql.snapshot(function* () {
        const places = yield* listed(type, ask, sql.dialect, streams)
        const keys = places.map(place => keyOf(type.kind, place.id))
        const found = yield* recordsOf(keys, kinds, sql.dialect)
        return places.flatMap(place => {
          const rec = found.get(keyOf(type.kind, place.id))
          const row = rec && seenRec(type, show(rec))
          return row ? [{ ...row, place }] : []
        })
      }),
  }
}

function seenRec<B>(type: RecordType<B>, rec: StoredRec | undefined): SeenRec<B> | undefined {
  return rec && { rec: narrowed(type, rec), sight: 'record' }
}
