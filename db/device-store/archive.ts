import { int, text } from '../sql/row.ts'
import type { Steps } from '../sql/steps.ts'
import { query } from '../sql/steps.ts'
import { markDirty } from './dirty.ts'
import type { Touch } from './outbox.ts'
import { putTouches } from './outbox.ts'

/** How many acknowledged commands are kept, in case the district is restored from an older backup. */
const archiveRowsMax = 10_000

/** Keeps a copy of the acknowledged commands that are settled. */
export function* archive(): Steps<void> {
  yield* query(
    `insert into archive (n, key, name, input, stamp, done_at, touches)
     select o.n, o.key, o.name, o.input, o.stamp, o.done_at,
       (select json_group_array(json_object('key', t.key, 'wrote', json(iif(t.wrote = 1, 'true', 'false'))))
        from touch t where t.n = o.n)
     from outbox o where o.settled = 1 on conflict do nothing`,
  )
  yield* query(
    'delete from archive where n <= (select max(n) from outbox where settled = 1) - ?',
    archiveRowsMax,
  )
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
