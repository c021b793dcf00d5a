import type { Actor } from '../kit/command.ts'
import type { Rec } from '../kit/record-type.ts'

/** Evidence is changed by its owner alone. */
export const mayChangeEvidence = (actor: Actor, rec: Rec<{ owner: string }>) =>
  rec.body.owner === actor.person
