import type { Cause, CauseChoice } from './cause.ts'
import { mayBeAccepted } from './cause.ts'

/** How badges with the same causes stand to what the office has decided. */
export interface Settling<D> {
  /** The cause that was decided, or is to be decided next; `undefined` where there is none. */
  readonly cause: Cause | undefined
  /** The decision that settles them; `undefined` while they need a look. */
  readonly decided: D | undefined
  /** Whether `cause` may be accepted: only where every other cause is accepted by now, or there is no other. */
  readonly mayAccept: boolean
}

/**
 * Who asks, or leaves them as they are, has looked at the badges as a whole. Accepting speaks of one cause alone: an
 * accepted issuer says nothing about a status list that is too old, nor the other way round.
 *
 * @param causes what is the matter with each of the badges, what one looks at first before the rest.
 */
export function settlingOf<D extends { readonly choice: CauseChoice }>(
  causes: readonly Cause[],
  decisionOf: (cause: Cause) => D | undefined,
): Settling<D> {
  const known = causes.map(cause => ({ cause, decision: decisionOf(cause) }))
  const asWhole = known.find(({ decision }) => decision && decision.choice !== 'accepted')
  const open = known.filter(({ decision }) => decision === undefined)
  const [next] = open
  const settled = asWhole ?? (next === undefined ? known[0] : undefined)
  const cause = settled?.cause ?? next?.cause
  return {
    cause,
    decided: settled?.decision,
    mayAccept: cause !== undefined && open.length <= 1 && mayBeAccepted(cause),
  }
}
