import type { Context } from '../kit/command.ts'
import { refuse } from '../kit/command.ts'
import { datedAt } from '../kit/dated-at.ts'
import type { Refusal } from '../kit/refusal.ts'
import type { Asked } from './asked.ts'
import { isOver } from './asked.ts'

/** What a noun says where it has words of its own. */
interface OwnRefusals {
  /** Who asked would say the second yes themselves. */
  readonly own: { readonly refusal: Refusal }
  /** Who asked may not ask for it any more. */
  readonly asker: { readonly refusal: Refusal }
}

/**
 * What stands against a second yes; `undefined`: nothing. It is another person's, not another computer's. It is in time by
 * the district's clock: a computer that is slow, or says so, makes nothing last longer. And who asked has to be one who
 * could still ask (`mayAsk`): an account that was taken over is not to outlive its roles.
 */
export function yesFault(
  asked: Asked,
  mayAsk: boolean,
  { actor, now }: Pick<Context, 'actor' | 'now'>,
  refusals: OwnRefusals,
): { readonly refusal: Refusal } | undefined {
  if (asked.by === actor.person) return refusals.own
  const young = youngFault(asked.by, { actor, now })
  if (young !== undefined) return young
  if (isOver(asked, now)) return refuse('act_ended', { at: asked.until })
  return mayAsk ? undefined : refusals.asker
}

/** The refusal where the computer that says yes was let in lately by who asked (`noYesUntil`); `undefined`: it was not. */
export function youngFault(
  askedBy: string,
  { actor: { letInBy }, now }: Pick<Context, 'actor' | 'now'>,
): { readonly refusal: Refusal } | undefined {
  const isYoung = letInBy !== undefined && letInBy.person === askedBy && now < letInBy.until
  return isYoung ? refuse('yes_too_young', { at: letInBy.until }) : undefined
}

/** What a no is: who asked takes it back, anybody else declines it. */
export const noOf = ({ by }: Asked, { actor }: Pick<Context, 'actor'>): 'withdraw' | 'decline' =>
  by === actor.person ? 'withdraw' : 'decline'

/** Who decided and when, as the record keeps it. */
export const decidedNow = ({ at }: Asked, context: Context) => ({
  decidedBy: context.actor.person,
  decidedAt: datedAt(context, at),
})
