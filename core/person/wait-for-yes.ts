import { holds } from '../access/reach.ts'
import type { Holding } from '../kit/command.ts'
import { rolesOfTwo } from './role-request.ts'

/** How long what is private stays away from a computer that another person's code let in (ms; security.md row 42). */
export const waitMs = 24 * 3_600_000

/** The same, for whoever says a second yes to others or can ask for one (ms): seven days. */
export const waitInChargeMs = 7 * 86_400_000

/** Whether somebody has a part in what takes two people: they hold a role that takes two to give, anywhere. */
export const isOneOfTwo = (holding: Holding): boolean =>
  rolesOfTwo.some(role => holds(holding, role))

/**
 * How long a computer waits that another person's code let in as somebody (ms). An administrator who ended the computers of
 * another one in charge and let one in as them would else say both yeses a day later.
 */
export const waitOf = (holding: Holding): number => (isOneOfTwo(holding) ? waitInChargeMs : waitMs)

/** How long somebody's first computer says no second yes to whoever made its code (ms): seven days. */
export const noYesFirstMs = 7 * 86_400_000

/** The same for a further one to which its person never said yes (ms): thirty days. */
export const noYesUnknownMs = 30 * 86_400_000

/**
 * Until when a computer that another person's code let in says no second yes to what that one asks for (epoch ms). Who makes
 * codes for others could use one and agree with themselves: with the code of somebody who is to come, or with one for a
 * coach, long before that coach comes into charge. In so many days the person misses their code, or looks at the list of
 * their computers. One to which its person said yes says yes at once.
 */
export function noYesUntil({
  joinedAt,
  waitsUntil,
}: {
  readonly joinedAt: number
  /** Until when it waited; `undefined`: it was the first, and did not. */
  readonly waitsUntil: number | undefined
}): number {
  if (waitsUntil === undefined) return joinedAt + noYesFirstMs
  const waitedMs = waitsUntil - joinedAt
  const isUnknown = waitedMs === waitMs || waitedMs === waitInChargeMs
  return isUnknown ? joinedAt + noYesUnknownMs : joinedAt
}
