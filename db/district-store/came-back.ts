import { metaOf, setMeta } from '../meta/meta.ts'
import { int } from '../sql/row.ts'
import type { Steps } from '../sql/steps.ts'
import { query } from '../sql/steps.ts'
import type { CameBack } from './still-to-come.ts'
import { stillAwaited } from './still-to-come.ts'

const [atName, copyAtName] = ['came-back', 'came-back-copy']

/** The last restore of the district that a database is of; `undefined`: there was none. */
export function* cameBackIn(stillComesMs: number): Steps<CameBack | undefined> {
  const at = yield* metaOf(atName)
  if (at === undefined) return undefined
  return { at: Number(at), copyAt: Number((yield* metaOf(copyAtName)) ?? 0), stillComesMs }
}

/**
 * Notes that the district comes back now. Where others still come from an earlier time that it did, as after a start that
 * was broken off, what was lost then may still be lost.
 */
export function* noteCameBack(nowMs: number, stillComesMs: number): Steps<CameBack> {
  const before = stillAwaited(yield* cameBackIn(stillComesMs), nowMs)
  const [last] = yield* query('select at from audit order by n desc limit 1')
  const copyAt = Math.min(before?.copyAt ?? nowMs, last === undefined ? 0 : int(last, 'at'))
  yield* setMeta(atName, String(nowMs))
  yield* setMeta(copyAtName, String(copyAt))
  return { at: nowMs, copyAt, stillComesMs }
}
