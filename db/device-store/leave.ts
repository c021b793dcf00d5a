import type { Steps } from '../sql/steps.ts'
import { query } from '../sql/steps.ts'
import type { Push } from '../wire.ts'
import { outboxRowsOf } from './outbox.ts'

/**
 * Marks what was held as sent, at the moment when it really goes: a district that can't be reached has been told
 * nothing, and until then it may be taken back. False, and nothing is marked, where one of them is not here any more.
 */
export function* leave({ mutations }: Push): Steps<boolean> {
  const rows = yield* outboxRowsOf(mutations.map(({ key }) => key))
  if (mutations.some(({ key }) => !rows.has(key))) return false
  const held = [...rows.values()].filter(({ state }) => state === 'queued')
  if (held.length > 0)
    yield* query(
      "update outbox set state = 'sent' where n in (select value from json_each(?))",
      JSON.stringify(held.map(({ n }) => n)),
    )
  return true
}
