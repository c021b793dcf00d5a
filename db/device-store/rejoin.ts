import type { Actor } from '../../core/kit/command.ts'
import type { Steps } from '../sql/steps.ts'
import { startResync } from './resync.ts'
import { stand, standingOf } from './standing.ts'

/** What is said of a computer that is let in again. */
export interface Rejoined {
  /** The person as the district named them, under the computer's new name. */
  readonly actor: Actor
  /** Whether the district began a new life since this computer was last in it: then what it had acknowledged goes again. */
  readonly isNewLife: boolean
}

/**
 * Goes on in the same district as the same person under a new name: the old one was revoked, or its key is gone. What
 * waits keeps its keys, from which the ids of what it made follow; so what had arrived before has no second effect, and
 * nothing that refers to it breaks. All that the district tells is fetched anew. Again under the same name: nothing.
 * Throws for another person, or before any joining.
 */
export function* rejoin({ actor, isNewLife }: Rejoined): Steps<void> {
  const before = yield* standingOf()
  if (!before.joined) throw new Error('not joined yet')
  if (before.actor.device === actor.device) return
  if (before.actor.person !== actor.person) throw new Error('another person’s records')
  yield* stand({ actor })
  yield* startResync(isNewLife ? 'epoch' : 'cursor')
}
