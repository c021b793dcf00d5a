import type { RefusalCode } from '../../core/kit/refusal.ts'

/**
 * What refuses a command after a restore whatever other computers bring again, and why: told at once, its person can do
 * something about it, while a wait of a week would only tell it later. Not here is what time may mend (`revocations_hour`,
 * `role_after_taking`), and `bad_input`, which may also mean that a school or a person isn't in the copy; what was not even
 * looked at with a record never waits (`engine/execute.ts`).
 */
const finalRefusals: Readonly<Partial<Record<RefusalCode, string>>> = {
  act_ended: 'when it was asked for stays as it is, and time goes on: it has to be asked for again',
  erasure_ended:
    'the same; and nothing is erased by a yes of which nobody knows any more whether it holds',
  yes_too_young:
    'the computer is let in too lately; a yes that came to count by waiting would be nobody’s',
  act_own: 'who asked for it stands in it from its beginning',
  key_change_own: 'the same',
  role_request_own: 'the same',
  erasure_own: 'whose record it is stands in the command',
  own_leaving: 'who is said to have left stands in the command',
  review_own_work: 'whose claim it is never changes',
  goal_serves_itself: 'both goals stand in the command',
  reason_missing: 'the reason would stand in the command',
  set_aside_reason: 'the same',
  person_erased: 'whom the ledger names no copy brings back',
  erasure_begun: 'it goes on to its end',
}

/** Whether nothing that comes from another computer mends it. */
export const isFinal = (code: RefusalCode): boolean => Object.hasOwn(finalRefusals, code)
