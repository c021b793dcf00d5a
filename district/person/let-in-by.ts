import type { Actor } from '../../core/kit/command.ts'
import { noYesUntil } from '../../core/person/wait-for-yes.ts'
import type { Steps } from '../../db/sql/steps.ts'
import { deviceNamed } from './devices.ts'
import { invitationOf } from './invitations.ts'

/** Who let a computer in by a code that was not its person's own, as long as that matters at `now` (epoch ms). */
export function* letInBy(name: string, now: number): Steps<Actor['letInBy']> {
  const device = yield* deviceNamed(name)
  if (device === undefined) return undefined
  const until = noYesUntil(device)
  if (now >= until) return undefined
  const made = yield* invitationOf(device.invitation)
  // Of a code from before that was noted the maker is not known, and no such computer is that young for long.
  const isOthers = made !== undefined && !made.isOwn && made.madeBy !== undefined
  return isOthers && made.madeBy !== device.person ? { person: made.madeBy, until } : undefined
}
