import { reaches } from '../access/reach.ts'
import type { Claim } from '../claim/record.ts'
import type { Actor, Holding } from '../kit/command.ts'
import type { Rec } from '../kit/record-type.ts'
import type { Review } from './record.ts'

type Placed = Pick<Rec<Pick<Claim, 'units'>>, 'body'>

/** Who may take a claim from the pool: a coach of its person's school or team, or of the district. */
export const mayRead = (reader: Holding, claim: Placed) =>
  reaches(reader, 'coach', claim.body.units)

/** Who may give a claim back to the pool for a coach who can't go on with it. */
export const mayRelease = (actor: Holding, claim: Placed) =>
  reaches(actor, 'officer', claim.body.units) || reaches(actor, 'administrator', claim.body.units)

/** A reading is its reader's alone until it is finished, and only while they coach where its person works. */
export const mayJudge = (actor: Actor, review: Rec<Review>) =>
  review.body.reader === actor.person && reaches(actor, 'coach', review.body.units)
