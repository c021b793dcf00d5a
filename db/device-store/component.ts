import type { Key } from '../../core/kit/record-type.ts'
import type { Steps } from '../sql/steps.ts'
import { touchesOfAll, touching } from './outbox.ts'

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
  // From those that were met last to those that they lead to, all at once.
  let last: ReadonlySet<Key> = changed
  while (last.size > 0) {
    const touched = yield* touching(last)
    const fresh = new Set<number>()
    for (const [key, all] of touched) {
      const isWritten = all.some(touch => touch.wrote)
      if (!isWritten && !changed.has(key)) continue
      if (isWritten) keys.add(key)
      for (const { n } of all) if (!rows.has(n)) fresh.add(n)
    }
    for (const n of fresh) rows.add(n)
    const touches = [...(yield* touchesOfAll([...fresh])).values()].flat()
    last = new Set(touches.map(({ key }) => key).filter(key => !met.has(key)))
    for (const key of last) met.add(key)
  }
  return { rows: [...rows].toSorted((a, b) => a - b), keys }
}
