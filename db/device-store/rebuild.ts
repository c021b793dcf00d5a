import { and, gte, lt, sql } from 'drizzle-orm'
import { union } from 'drizzle-orm/sqlite-core'
import type { Key } from '../../core/kit/record-type.ts'
import { rebuildIndexes } from '../index-table/rebuild.ts'
import { asKey } from '../records/kinds.ts'
import { build, built } from '../sql/built.ts'
import { text } from '../sql/row.ts'
import { sqliteDialect } from '../sql/sqlite.ts'
import type { Steps } from '../sql/steps.ts'
import type { Base } from './base.ts'
import { mirror, pending } from './tables.ts'
import { reindexAll } from './view.ts'

/** How many records are in memory at a time. */
const keysAtOnce = 2_000

/** Makes index tables, names and search anew where another build of the program made them. */
export function* rebuildView(base: Base, build: string): Steps<void> {
  yield* rebuildIndexes(base.kinds, build, sqliteDialect, function* ({ kind }) {
    const keys = yield* keysOfKind(kind)
    for (let at = 0; at < keys.length; at += keysAtOnce)
      yield* reindexAll(keys.slice(at, at + keysAtOnce), base, { isIndexEmpty: true })
  })
}

const [from, below] = [sql.placeholder('from'), sql.placeholder('below')]
const keysBetween = built(
  union(
    build
      .select({ key: mirror.key })
      .from(mirror)
      .where(and(gte(mirror.key, from), lt(mirror.key, below))),
    build
      .select({ key: pending.key })
      .from(pending)
      .where(and(gte(pending.key, from), lt(pending.key, below))),
  ),
)

function* keysOfKind(kind: string): Steps<Key[]> {
  // '0' is the character after '/'.
  const rows = yield keysBetween({ from: `${kind}/`, below: `${kind}0` })
  return rows.map(row => asKey(text(row, 'key')))
}
