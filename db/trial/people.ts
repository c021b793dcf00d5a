import type { Actor, Role } from '../../core/kit/command.ts'
import type { Call } from '../engine/decide.ts'

/** A person at a device, for tests. */
export const actorAs = (person: string, device: string, ...roles: Role[]): Actor => ({
  person,
  device,
  roles,
})

let calls = 0

/** One use of a command, with a key of its own unless it is given. */
export function callOf(actor: Actor, input: unknown, key = `${actor.device}:${++calls}`): Call {
  const now = 1_700_000_000_000 + ++calls
  return { key, input, actor, doneAt: now, now, stamp: `${now}-0000-${actor.device}` }
}
