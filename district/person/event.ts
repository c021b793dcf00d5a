import type { Steps } from '../../db/sql/steps.ts'
import { query } from '../../db/sql/steps.ts'

/** Something that was done about accounts, noted in the same transaction. `about`: a person or a device. */
export interface AccountEvent {
  readonly at: number
  readonly what:
    | 'invited'
    | 'joined'
    | 'revoked'
    /** A computer that waited was said yes to. */
    | 'answered'
    /** Let in again under a new name. */
    | 'rejoined'
    /** Its person called it otherwise; not how. */
    | 'named'
    | 'sign-in set'
    | 'sign-in removed'
    | 'second step set'
    | 'second step removed'
    /** An administrator took someone's sign-in away and gave a code in its place. */
    | 'reset'
  /** Who did it; `district` for the program itself. */
  readonly person: string
  readonly device: string | undefined
  readonly about: string
}

/** Notes an event; nothing ever changes or removes one. */
export function* noteEvent(event: AccountEvent): Steps<void> {
  yield* query(
    'insert into event (at, what, person, device, about) values (?, ?, ?, ?, ?)',
    event.at,
    event.what,
    event.person,
    event.device ?? null,
    event.about,
  )
}
