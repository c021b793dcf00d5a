import type { Actor } from '../kit/command.ts'
import type { Rec } from '../kit/record-type.ts'
import type { Claim } from './record.ts'

/** A claim is written, sent and withdrawn by its owner alone. */
export const mayWriteClaim = (actor: Actor, claim: Rec<Claim>) => claim.body.owner === actor.person
