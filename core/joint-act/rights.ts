import { holdsEverywhere } from '../access/reach.ts'
import type { Holding } from '../kit/command.ts'

/** Proposing and deciding is the credential office's of the whole district: an act may be about anybody's badges. */
export const mayAct = (actor: Holding) => holdsEverywhere(actor, 'officer')

/** A change of the district's keys is for its officers and administrators to ask for, and for another of them to agree to. */
export const mayChangeKeys = (actor: Holding) =>
  mayAct(actor) || holdsEverywhere(actor, 'administrator')

/** Carrying out is the district's own. */
export const mayCarryOut = (actor: Holding) => holdsEverywhere(actor, 'system')
