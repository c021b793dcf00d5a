import type { Key } from '../../core/kit/record-type.ts'
import { rebuildIndexes } from '../index-table/rebuild.ts'
import { asKey } from '../records/kinds.ts'
import { text } from '../sql/row.ts'
import { sqliteDialect } from '../sql/sqlite.ts'
import type { Steps } from '../sql/steps.ts'
import { query } from '../sql/steps.ts'
import type { Base } from './base.ts'
import { reindex } from './view.ts'

/** Makes index tables, names and search anew where another build of the program made them. */
export function* rebuildView(base: Base, build: string): Steps<void> {
  yield* rebuildIndexes(base.kinds, build, sqliteDialect, function* ({ kind }) {
    for (const key of yield* keysOfKind(kind)) yield* reindex(key, base)
  })
}

function* keysOfKind(kind: string): Steps<Key[]> {
  const rows = yield* query(
    `select key from mirror where key >= ? and key < ?
     union select key from pending where key >= ? and key < ?`,
    `${kind}/`,
    `${kind}0`,
    `${kind}/`,
    `${kind}0`,
  )
  return rows.map(row => asKey(text(row, 'key')))
}
