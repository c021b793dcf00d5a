import type { Group } from '../../contract/device/verifying.ts'
import type { MarkName } from '../../core/badge/cause.ts'
import { standings } from './standing.ts'

/** Of what does not hold, the gravest first: not what was signed, not whose it says, taken back, over. */
const gravest: readonly (MarkName | undefined)[] = ['signature', 'trust', 'status', 'dates']

/** Order of groups: where they stand, then how grave the cause is, then the larger first. */
export function worstFirst(one: Group, other: Group): number {
  const place = standings.indexOf(one.standing) - standings.indexOf(other.standing)
  if (place !== 0) return place
  const gravity = one.standing === 'fails' ? gravityOf(one) - gravityOf(other) : 0
  return gravity === 0 ? other.count - one.count : gravity
}

function gravityOf({ mark }: Group): number {
  const at = gravest.indexOf(mark)
  return at === -1 ? gravest.length : at
}
