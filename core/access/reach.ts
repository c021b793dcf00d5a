import type { Grant, Holding, Role } from '../kit/command.ts'

/** Whether somebody holds a role in the whole district. */
export const holdsEverywhere = ({ roles }: Holding, role: Role): boolean => roles.includes(role)

/** Whether somebody holds a role anywhere: in the district, or in some school or team. */
export const holds = (holding: Holding, role: Role): boolean =>
  holdsEverywhere(holding, role) || within(holding, role).length > 0

/** The schools and teams for which somebody was given a role; those where they have it anyway are not among them. */
export const within = ({ grants = [] }: Holding, role: Role): readonly string[] => [
  ...new Set(grants.filter(grant => grant.role === role).map(grant => grant.within)),
]

/**
 * Whether somebody's role reaches what belongs to these schools and teams (`unitsReached`: a team comes with its
 * school). What belongs to none is the district's: a role within a school does not reach it.
 */
export const reaches = (
  holding: Holding,
  role: Grant['role'],
  units: readonly string[] | undefined,
): boolean =>
  holdsEverywhere(holding, role) ||
  within(holding, role).some(unit => units?.includes(unit) === true)
