import { refuse } from '../kit/command.ts'
import type { Rec } from '../kit/record-type.ts'
import type { Refusal } from '../kit/refusal.ts'
import type { Person } from '../person/record.ts'
import type { Hold } from '../person/hold.ts'
import { isHeld } from '../person/hold.ts'

/** What is looked at before a record is erased, at every step of it. */
export interface ErasureGuard {
  readonly person: Rec<Person>
  readonly hold: Rec<Hold> | undefined
}

/**
 * What stands against erasing a person's record, whoever asks; `undefined`: nothing. A hold beats all. Who holds a role
 * gives it up first, so that claims are not left without their reader, nor a district without its administrator.
 */
export function erasureFault({ person, hold }: ErasureGuard): Refusal | undefined {
  if (hold !== undefined && isHeld(hold.body)) {
    const { putBy, putAt } = hold.body
    return refuse('erasure_held', { by: putBy, at: putAt }).refusal
  }
  return isEducatorAlone(person.body)
    ? undefined
    : refuse('erasure_role', { person: person.id }).refusal
}

/** Whether nobody depends on a person's role: they are an educator, and nothing else anywhere. */
export const isEducatorAlone = ({ roles, grants = [] }: Pick<Person, 'roles' | 'grants'>) =>
  roles.every(role => role === 'educator') && grants.length === 0
