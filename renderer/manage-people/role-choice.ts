import type { Grant } from '../../core/kit/command.ts'
import { grantedRoles, type Person } from '../../core/person/record.ts'

/** Where somebody holds a role, as the form asks for it. `within` is kept while another answer is tried. */
export interface RoleChoice {
  readonly where: 'no' | 'district' | 'some'
  readonly within: readonly string[]
}
export type RoleChoices = Readonly<Record<Grant['role'], RoleChoice>>

/** The answers that an entry stands for; what is held in the whole district needs no school beside it. */
export function choicesOf(person: Pick<Person, 'roles' | 'grants'> | undefined): RoleChoices {
  const of = (role: Grant['role']): RoleChoice => {
    const grants = (person?.grants ?? []).filter(grant => grant.role === role)
    const within = grants.map(grant => grant.within)
    if (person?.roles.includes(role) === true) return { where: 'district', within }
    return { where: within.length === 0 ? 'no' : 'some', within }
  }
  return { coach: of('coach'), officer: of('officer'), administrator: of('administrator') }
}

/** What the entry then says. */
export function holdingOf(
  isEducator: boolean,
  choices: RoleChoices,
): { readonly roles: Person['roles']; readonly grants: Grant[] } {
  const inDistrict = grantedRoles.filter(role => choices[role].where === 'district')
  return {
    roles: [...(isEducator ? ['educator' as const] : []), ...inDistrict],
    grants: grantedRoles.flatMap(role =>
      choices[role].where === 'some' ? choices[role].within.map(within => ({ role, within })) : [],
    ),
  }
}

/** Whether a role is to be held in some schools, and none is chosen. */
export const isUnplaced = ({ where, within }: RoleChoice): boolean =>
  where === 'some' && within.length === 0
