import type { Rec } from '../kit/record-type.ts'
import type { InCharge } from './in-charge.ts'
import type { Person } from './record.ts'
import { gainOfTwo, isNoGain } from './role-request.ts'

/**
 * Who took a role of the office or the administration from somebody else gives none alone for so long (ms): seven days.
 * Taking one away has to be possible at once, as from an account that was stolen. Who could then give one at once as the
 * only one left would need nobody's yes ever: they make themselves the only one.
 */
export const aloneAfterTakingMs = 7 * 86_400_000

type Held = Pick<Person, 'roles' | 'grants'>

/** Whether somebody would lose a role that takes two to give, in the district or within a school or team. */
export const isLossOfTwo = (before: Held | undefined, after: Held): boolean =>
  before !== undefined && !isNoGain(gainOfTwo(after, before))

/** From when on somebody may give such a role alone (epoch ms); `undefined`: they may, as far as that goes. */
export function aloneFrom(
  inCharge: Pick<Rec<InCharge>, 'body'> | undefined,
  person: string,
  now: number,
): number | undefined {
  const taken = inCharge?.body.took?.find(one => one.by === person)
  return taken !== undefined && counts(taken, now) ? taken.at + aloneAfterTakingMs : undefined
}

/** Whether it is not past yet. What a clock said that was more than that ahead locks nobody out until then. */
const counts = ({ at }: { readonly at: number }, now: number): boolean =>
  Math.abs(now - at) < aloneAfterTakingMs

/** Who is in charge, with it that somebody took such a role just now; what is too old to count goes. */
export const withTaking = (inCharge: InCharge, by: string, now: number): InCharge => ({
  ...inCharge,
  took: [
    ...(inCharge.took ?? []).filter(one => one.by !== by && counts(one, now)),
    { by, at: now },
  ],
})
