import type { RecordType } from '../../core/kit/record-type.ts'
import { keyOf } from '../../core/kit/record-type.ts'
import type { ListPlace } from '../index-table/list.ts'
import { listed } from '../index-table/list.ts'
import { counted, walked } from '../index-table/walk.ts'
import type { Kinds, StoredRec } from '../records/kinds.ts'
import { projected } from '../records/projection.ts'
import type { Listed, Seen, SeenRec } from '../seen.ts'
import { narrowed } from '../seen.ts'
import type { Sql, Steps } from '../sql/steps.ts'
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
  function* seenAt<B>(
    type: RecordType<B>,
    steps: Steps<readonly ListPlace[]>,
  ): Steps<readonly Listed<B>[]> {
    const places = yield* steps
    const keys = places.map(place => keyOf(type.kind, place.id))
    const found = yield* recordsOf(keys, kinds, sql.dialect)
    return places.flatMap(place => {
      const rec = found.get(keyOf(type.kind, place.id))
      const row = rec && seenRec(type, show(rec))
      return row ? [{ ...row, place }] : []
    })
  }
  return {
    get: async <B>(type: RecordType<B>, id: string) => {
      const key = keyOf(type.kind, id)
      const found = await sql.snapshot(() => recordsOf([key], kinds, sql.dialect))
      const rec = found.get(key)
      return rec && seenRec<B>(type, show(rec))
    },
    list: async (type, ask) =>
      sql.snapshot(() => seenAt(type, listed(type, ask, sql.dialect, streams))),
    walk: async (type, ask) =>
      sql.snapshot(() => seenAt(type, walked(type, ask, sql.dialect, streams))),
    count: async (type, ask) => sql.snapshot(() => counted(type, ask, sql.dialect, streams)),
  }
}

function seenRec<B>(type: RecordType<B>, rec: StoredRec | undefined): SeenRec<B> | undefined {
  return rec && { rec: narrowed(type, rec), sight: 'record' }
}
