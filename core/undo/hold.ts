import type { CommandName } from '../commands.ts'

/**
 * What leaves the house waits so long on the computer where it was done (ms), and can be taken back meanwhile
 * (experience.md §2). What is not named here goes at once.
 */
export const holdMs: Readonly<Partial<Record<CommandName, number>>> = {
  'claim.submit': 10_000,
  'claim.withdraw': 10_000,
  'review.finish': 10_000,
  'badge.approve': 30_000,
  'claim.set-aside': 30_000,
  'badge.revoke': 30_000,
  'badge.suspend': 30_000,
  'badge.resume': 30_000,
  'badge.supersede': 30_000,
  'act.confirm': 30_000,
  'endorsement.give': 30_000,
  'endorsement.take-back': 30_000,
}
