import { holdsEverywhere, reaches } from '../access/reach.ts'
import type { Actor, Holding } from '../kit/command.ts'
import type { Rec } from '../kit/record-type.ts'
import type { Person } from './record.ts'
import type { Unit } from './unit.ts'
import { unitsReached } from './units-reached.ts'

/** Who says the second yes to a role of the office or the administration: whoever is in charge of the whole district. */
export const mayAgreeToRoles = (actor: Holding): boolean =>
  holdsEverywhere(actor, 'administrator') || holdsEverywhere(actor, 'officer')

/** What the directory says of somebody, as far as rights go. */
type Placed = Pick<Person, 'roles' | 'units' | 'grants'>

/** Schools and teams, as the directory has them: of one that is not among them nothing is known. */
type Known = readonly Pick<Rec<Unit>, 'id' | 'body'>[]

/** Who speaks for the whole district: describes it, adds its schools, publishes to all. */
export const mayDescribe = (actor: Holding): boolean =>
  holdsEverywhere(actor, 'administrator') || holdsEverywhere(actor, 'system')

/** Who may add, rename and fill a school or team: its administrators, or the district's. */
export const mayKeepUnit = (actor: Holding, id: string, known: Known): boolean =>
  mayDescribe(actor) || reaches(actor, 'administrator', unitsReached([id], known))

/**
 * Whose entry, invitations and computers somebody may manage. An administrator within a school or team: who works
 * there and nowhere else, and holds nothing beyond it. Who lets a computer in as somebody can act as them, so that
 * nobody manages a person who may do more than they.
 */
export function mayManage(actor: Holding, person: Placed, known: Known): boolean {
  if (mayDescribe(actor)) return true
  const { roles, units = [], grants = [] } = person
  const isWithin = (unit: string) => mayKeepUnit(actor, unit, known)
  return (
    units.length > 0 &&
    units.every(isWithin) &&
    roles.every(role => role === 'educator') &&
    grants.every(grant => isWithin(grant.within))
  )
}

/** Whether somebody may change what the directory says of a person: who it is now and who it becomes are both theirs to manage. */
export const mayChange = (
  actor: Holding,
  before: Placed | undefined,
  after: Placed,
  known: Known,
): boolean =>
  (before === undefined || mayManage(actor, before, known)) && mayManage(actor, after, known)

/**
 * Whether somebody would give themselves something, or move to where others read their claims: that is another
 * administrator's to do. Giving a role up is anybody's own, but for the district's administration (`isOwnResignation`).
 */
export function isOwnGain(
  actor: Pick<Actor, 'person'>,
  id: string,
  before: Placed | undefined,
  after: Placed,
): boolean {
  if (actor.person !== id || before === undefined) return false
  const has = (before.grants ?? []).map(grantName)
  return (
    after.roles.some(role => !before.roles.includes(role)) ||
    (after.grants ?? []).some(
      grant => !has.includes(grantName(grant)) && !before.roles.includes(grant.role),
    ) ||
    [...(after.units ?? [])].sort().join(' ') !== [...(before.units ?? [])].sort().join(' ')
  )
}

/**
 * Whether an administrator of the district would take that role from themselves. Another one has to: so one is always
 * left who can give it again, since the program has no other way to.
 */
export const isOwnResignation = (
  actor: Pick<Actor, 'person'>,
  id: string,
  before: Pick<Placed, 'roles'> | undefined,
  after: Pick<Placed, 'roles'>,
): boolean =>
  actor.person === id &&
  before?.roles.includes('administrator') === true &&
  !after.roles.includes('administrator')

const grantName = ({ role, within }: NonNullable<Person['grants']>[number]): string =>
  `${role} ${within}`
