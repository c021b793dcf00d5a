import type { Key } from '../../core/kit/record-type.ts'
import { asKey } from '../records/kinds.ts'
import { text } from '../sql/row.ts'
import type { Steps } from '../sql/steps.ts'
import { query } from '../sql/steps.ts'

/** Remembers records under pending commands until the pull is complete, over a restart too. */
export function* markDirty(keys: Iterable<Key>): Steps<void> {
  const all = [...keys]
  if (all.length === 0) return
  yield* query(
    'insert into dirty (key) select value from json_each(?) where true on conflict do nothing',
    JSON.stringify(all),
  )
}

/** The remembered records, forgotten by this. */
export function* takeDirty(): Steps<Set<Key>> {
  const rows = yield* query('delete from dirty returning key')
  return new Set(rows.map(row => asKey(text(row, 'key'))))
}
