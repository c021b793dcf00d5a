import type { Actor } from '../kit/command.ts'

/** Proposing and deciding is the credential office's. */
export const mayAct = (actor: Actor) => actor.roles.includes('officer')

/** Carrying out is the district's own. */
export const mayCarryOut = (actor: Actor) => actor.roles.includes('system')
