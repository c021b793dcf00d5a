import { holdsEverywhere } from '../access/reach.ts'
import type { Holding } from '../kit/command.ts'

/** Proposing and deciding is the credential office's of the whole district: an act may be about anybody's badges. */
export const mayAct = (actor: Holding) => holdsEverywhere(actor, 'officer')

/** Carrying out is the district's own. */
export const mayCarryOut = (actor: Holding) => holdsEverywhere(actor, 'system')
