import { createHash } from 'node:crypto'
import type { Key, Rec } from '../../core/kit/record-type.ts'
import { keyOf } from '../../core/kit/record-type.ts'
import { metaOf, setMeta } from '../meta/meta.ts'
import { bodyOf } from '../records/kinds.ts'
import type { Steps } from '../sql/steps.ts'
import type { Base } from './base.ts'
import { markDirty } from './dirty.ts'
import { dropStream, putMirror, shippedStream } from './mirror.ts'
import { redecide } from './redecide.ts'
import { standingOf } from './standing.ts'
import { reindex } from './view.ts'

/**
 * Makes what comes with the program the content of stream `shipped`, in place of what an earlier version
 * brought; does nothing when it is the same. Returns the records that may look different.
 */
export function* seed(records: readonly Rec<object>[], base: Base): Steps<ReadonlySet<Key>> {
  const hash = createHash('sha256').update(JSON.stringify(records)).digest('hex')
  if ((yield* metaOf('shipped')) === hash) return new Set()
  const standing = yield* standingOf()
  const changed = new Set<Key>(yield* dropStream(shippedStream))
  for (const rec of records) {
    yield* putMirror(shippedStream, { ...rec, body: bodyOf(rec.body) }, standing.generation)
    changed.add(keyOf(rec.kind, rec.id))
  }
  yield* setMeta('shipped', hash)
  for (const key of changed) yield* reindex(key, base)
  if (standing.midPull) yield* markDirty(changed)
  else if (standing.joined) yield* redecide(changed, standing, base)
  return changed
}
