import { holdsEverywhere } from '../access/reach.ts'
import type { Holding } from '../kit/command.ts'

/**
 * Who may have a record erased, agree to it, call it off, and put a hold: the administrators and the credential office of
 * the whole district. It always takes two of them (security.md, row 59).
 */
export const mayErase = (actor: Holding): boolean =>
  holdsEverywhere(actor, 'administrator') || holdsEverywhere(actor, 'officer')

/** Counting and erasing is the district's own. */
export const mayCarryOutErasure = (actor: Holding): boolean => holdsEverywhere(actor, 'system')
