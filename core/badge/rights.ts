import type { Actor } from '../kit/command.ts'

/** Approving, suspending and revoking is the credential office's. */
export const mayApprove = (actor: Actor) => actor.roles.includes('officer')
export const mayRevoke = (actor: Actor) => actor.roles.includes('officer')

/** The district too: a suspension that an older copy of its record has forgotten is brought back. */
export const maySuspend = (actor: Actor) =>
  actor.roles.includes('officer') || actor.roles.includes('system')
export const mayResume = (actor: Actor) => actor.roles.includes('officer')

/** Deciding about badges that something is the matter with, for the whole office. */
export const mayDecideCause = (actor: Actor) => actor.roles.includes('officer')

/** Signing and publishing is the district's own. */
export const maySign = (actor: Actor) => actor.roles.includes('system')
