import { holdsEverywhere, reaches } from '../access/reach.ts'
import type { Holding } from '../kit/command.ts'
import type { Rec } from '../kit/record-type.ts'
import type { Endorsement } from './record.ts'

/** Who takes in what others say: of a micro-credential the district's credential office, of a badge that of its holder. */
export const mayOffer = (
  actor: Holding,
  about: Endorsement['about'],
  units: readonly string[] | undefined,
): boolean =>
  about === 'badge' ? reaches(actor, 'officer', units) : holdsEverywhere(actor, 'officer')

export const mayWithdraw = (actor: Holding, { body }: Pick<Rec<Endorsement>, 'body'>): boolean =>
  mayOffer(actor, body.about, body.units)

/**
 * Who endorses what others issue, and takes that back: it is the whole district's word, so its credential office's, or its
 * administration's.
 */
export const mayGive = (actor: Holding): boolean =>
  holdsEverywhere(actor, 'officer') || holdsEverywhere(actor, 'administrator')

/** The district too: what an older copy of its record has forgotten is taken back again. */
export const mayTakeBack = (actor: Holding): boolean =>
  mayGive(actor) || holdsEverywhere(actor, 'system')

/** Looking at what was offered, and signing what is given, is the district's own. */
export const mayJudge = (actor: Holding): boolean => holdsEverywhere(actor, 'system')
