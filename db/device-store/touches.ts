import type { Key } from '../../core/kit/record-type.ts'
import type { Verdict } from '../engine/decide.ts'
import type { Kinds } from '../records/kinds.ts'
import { nameKey } from './name-key.ts'
import type { Touch } from './outbox.ts'

/**
 * What a decision touches: what it read, and what it writes. One that could not be decided keeps the
 * records it was known to write; where none is known, what it looked at counts as written. A name is touched by who gives
 * it up as by who takes it: else what is held while it gives one up would be overtaken by who takes it next.
 */
export function touchesIn(verdict: Verdict, before: readonly Touch[], kinds: Kinds): Touch[] {
  const touches = new Map<Key, boolean>()
  for (const key of verdict.reads.keys()) touches.set(key, false)
  for (const name of verdict.freeNames) touches.set(nameKey(name), false)
  if ('writes' in verdict.outcome) {
    for (const { key, rec } of verdict.outcome.writes) {
      touches.set(key, true)
      for (const one of [verdict.reads.get(key), rec]) {
        const names = one ? kinds.get(one.kind)?.unique(one.id, one.body) : undefined
        for (const name of names ?? []) touches.set(nameKey(name), true)
      }
    }
  } else {
    const written = before.filter(touch => touch.wrote)
    const known = written.length > 0 ? written.map(touch => touch.key) : [...touches.keys()]
    for (const key of known) touches.set(key, true)
  }
  return [...touches].map(([key, wrote]) => ({ key, wrote }))
}
