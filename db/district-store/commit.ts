import type { Batch, Committed } from '../engine/store.ts'
import type { Steps } from '../sql/steps.ts'
import type { Gathered } from './gathered.ts'

/**
 * Makes one command durable that was decided outside this transaction: it has no result yet, everything it read is as it
 * was, names are free. Anything but `done` is rolled back by the caller.
 */
export function* commit(batch: Batch, gathered: Gathered): Steps<Committed> {
  const committed = yield* gathered.commit(batch)
  if (committed.did !== 'done') return committed
  const overtaken = yield* gathered.putDown()
  return overtaken === undefined ? committed : { did: 'stale', key: overtaken }
}
