import { holdsEverywhere, reaches } from '../access/reach.ts'
import type { Holding } from '../kit/command.ts'
import type { Rec } from '../kit/record-type.ts'

/** What belongs to schools and teams: a claim, a badge. */
type Placed = Pick<Rec<{ units?: string[] | undefined }>, 'body'>

/** Approving, suspending and revoking is the credential office's: that of the person's school or team, or the district's. */
export const mayApprove = (actor: Holding, claim: Placed) =>
  reaches(actor, 'officer', claim.body.units)
export const mayRevoke = (actor: Holding, badge: Placed) =>
  reaches(actor, 'officer', badge.body.units)

/** The district too: a suspension that an older copy of its record has forgotten is brought back. */
export const maySuspend = (actor: Holding, badge: Placed) =>
  mayRevoke(actor, badge) || holdsEverywhere(actor, 'system')
export const mayResume = mayRevoke

/** Deciding about badges that something is the matter with, for the whole office. */
export const mayDecideCause = (actor: Holding) => holdsEverywhere(actor, 'officer')

/** Signing and publishing is the district's own. */
export const maySign = (actor: Holding) => holdsEverywhere(actor, 'system')
