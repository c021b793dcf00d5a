import type { Steps } from '../sql/steps.ts'
import { query } from '../sql/steps.ts'
import type { Push } from '../wire.ts'
import { outboxRowOf } from './outbox.ts'

/**
 * Marks what was held as sent, at the moment when it really goes: a district that can't be reached has been told
 * nothing, and until then it may be taken back. False, and nothing is marked, where one of them is not here any more.
 */
export function* leave({ mutations }: Push): Steps<boolean> {
  const held: number[] = []
  for (const { key } of mutations) {
    const row = yield* outboxRowOf(key)
    if (!row) return false
    if (row.state === 'queued') held.push(row.n)
  }
  for (const n of held) yield* query("update outbox set state = 'sent' where n = ?", n)
  return true
}
