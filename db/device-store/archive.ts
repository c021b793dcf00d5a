import { int, text } from '../sql/row.ts'
import type { Steps } from '../sql/steps.ts'
import { query } from '../sql/steps.ts'
import { markDirty } from './dirty.ts'
import type { Touch } from './outbox.ts'
import { putTouches, touchesOf } from './outbox.ts'

/** How many acknowledged commands are kept, in case the district is restored from an older backup. */
const archiveRowsMax = 10_000

/** Keeps a copy of an acknowledged command. */
export function* archive(n: number): Steps<void> {
  yield* query(
    `insert into archive (n, key, name, input, stamp, done_at, touches)
     select n, key, name, input, stamp, done_at, ? from outbox where n = ? on conflict do nothing`,
    JSON.stringify(yield* touchesOf(n)),
    n,
  )
  yield* query('delete from archive where n <= ?', n - archiveRowsMax)
}

/** Puts all of them back on their way; the next complete pull decides them again. */
export function* reviveArchive(): Steps<void> {
  yield* query(
    `insert into outbox (n, key, name, input, stamp, done_at, state, sight)
     select n, key, name, input, stamp, done_at, 'sent', 'unshown' from archive`,
  )
  for (const row of yield* query('select n, touches from archive order by n')) {
    const touches: Touch[] = JSON.parse(text(row, 'touches'))
    yield* putTouches(int(row, 'n'), touches)
    yield* markDirty(touches.map(touch => touch.key))
  }
  yield* query('delete from archive')
}
