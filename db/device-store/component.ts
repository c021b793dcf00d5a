import type { Key } from '../../core/kit/record-type.ts'
import type { Steps } from '../sql/steps.ts'
import { touchesOf, touching } from './outbox.ts'

/** Pending commands that hang together, and the records they hang on. */
export interface Component {
  /** Numbers, in order. */
  readonly rows: readonly number[]
  /** The records to begin anew: the given ones, and all that these commands write. */
  readonly keys: ReadonlySet<Key>
}

/**
 * Everything pending that must be decided again when `changed` has changed: commands that touch it, and
 * those that touch what these touch. A record that is only read by all of them connects nothing.
 */
export function* componentOf(changed: ReadonlySet<Key>): Steps<Component> {
  const rows = new Set<number>()
  const keys = new Set<Key>(changed)
  const met = new Set<Key>(changed)
  // A set grows while it is walked.
  for (const key of met) {
    const touched = yield* touching(key)
    const isWritten = touched.some(touch => touch.wrote)
    if (!isWritten && !changed.has(key)) continue
    if (isWritten) keys.add(key)
    for (const { n } of touched) {
      if (rows.has(n)) continue
      rows.add(n)
      for (const touch of yield* touchesOf(n)) met.add(touch.key)
    }
  }
  return { rows: [...rows].toSorted((a, b) => a - b), keys }
}
