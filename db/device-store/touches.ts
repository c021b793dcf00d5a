import type { Key } from '../../core/kit/record-type.ts'
import type { Verdict } from '../engine/decide.ts'
import type { Touch } from './outbox.ts'

/**
 * What a decision touches: what it read, and what it writes. One that could not be decided keeps the
 * records it was known to write; where none is known, what it looked at counts as written.
 */
export function touchesIn(verdict: Verdict, before: readonly Touch[]): Touch[] {
  const touches = new Map<Key, boolean>()
  for (const key of verdict.reads.keys()) touches.set(key, false)
  if ('writes' in verdict.outcome) {
    for (const write of verdict.outcome.writes) touches.set(write.key, true)
  } else {
    const written = before.filter(touch => touch.wrote)
    const known = written.length > 0 ? written.map(touch => touch.key) : [...touches.keys()]
    for (const key of known) touches.set(key, true)
  }
  return [...touches].map(([key, wrote]) => ({ key, wrote }))
}
