import type { Actor } from '../kit/command.ts'
import type { Rec } from '../kit/record-type.ts'
import type { Review } from './record.ts'

/** Who may take a claim from the pool. */
export const mayRead = (actor: Actor) => actor.roles.includes('coach')

/** Who may give a claim back to the pool for a coach who can't go on with it. */
export const mayRelease = (actor: Pick<Actor, 'roles'>) =>
  actor.roles.includes('officer') || actor.roles.includes('administrator')

/** A reading is its reader's alone until it is finished, and only while they are a coach. */
export const mayJudge = (actor: Actor, review: Rec<Review>) =>
  review.body.reader === actor.person && mayRead(actor)
