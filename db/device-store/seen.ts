import type { Key, RecordType } from '../../core/kit/record-type.ts'
import { keyOf } from '../../core/kit/record-type.ts'
import type { ListPlace } from '../index-table/list.ts'
import { listed } from '../index-table/list.ts'
import { counted, walked } from '../index-table/walk.ts'
import type { Listed, Seen, SeenRec, Sight } from '../seen.ts'
import { narrowed } from '../seen.ts'
import { text } from '../sql/row.ts'
import { sqliteDialect } from '../sql/sqlite.ts'
import type { Steps } from '../sql/steps.ts'
import { query } from '../sql/steps.ts'
import type { Base } from './base.ts'
import { standingOf } from './standing.ts'
import { viewRec } from './view.ts'

/** What the person on this device sees, the mirror with what is pending on top. */
export function deviceSeen(base: Base, snapshot: <T>(steps: () => Steps<T>) => T): Seen {
  return {
    get: async (type, id) =>
      snapshot(function* () {
        const { joined } = yield* standingOf()
        return yield* seenRec(type, id, joined, base)
      }),
    list: async (type, ask) => snapshot(() => seenAt(type, listed(type, ask, sqliteDialect), base)),
    walk: async (type, ask) => snapshot(() => seenAt(type, walked(type, ask, sqliteDialect), base)),
    count: async (type, ask) => snapshot(() => counted(type, ask, sqliteDialect)),
  }
}

function* seenAt<B>(
  type: RecordType<B>,
  places: Steps<readonly ListPlace[]>,
  base: Base,
): Steps<readonly Listed<B>[]> {
  const rows = []
  const { joined } = yield* standingOf()
  for (const place of yield* places) {
    const row = yield* seenRec(type, place.id, joined, base)
    if (row) rows.push({ ...row, place })
  }
  return rows
}

function* seenRec<B>(
  type: RecordType<B>,
  id: string,
  joined: boolean,
  base: Base,
): Steps<SeenRec<B> | undefined> {
  const key = keyOf(type.kind, id)
  const rec = yield* viewRec(key, base)
  return rec && { rec: narrowed(type, rec), sight: joined ? yield* sightOf(key) : 'record' }
}

/** How sure a record of a joined computer is: the least sure of the commands that change it. */
function* sightOf(key: Key): Steps<Sight> {
  const rows = yield* query(
    `select distinct o.sight as sight from touch t join outbox o on o.n = t.n
     where t.key = ? and t.wrote = 1 and o.state <> 'refused'`,
    key,
  )
  const sights = new Set(rows.map(row => text(row, 'sight')))
  if (sights.has('doubtful')) return 'doubtful'
  if (sights.has('unshown')) return 'unshown'
  return sights.has('shown') ? 'shown' : 'record'
}
