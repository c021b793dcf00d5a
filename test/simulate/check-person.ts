import type { Entry } from './entry.ts'
import type { Grounds, Placed } from './world.ts'
import { Broken, count } from './world.ts'

/** Who took a role that takes two from somebody else gives none alone for so long (ms). */
const aloneAfterTakingMs = 7 * 86_400_000

/** Looks at what a command made of somebody's entry in the directory, on what those before it made. */
export function checkPerson(world: Grounds, id: string, after: Placed, entry: Entry): void {
  const { people, took } = world.ledger
  const before = people.get(id)
  const by = people.get(entry.person)
  people.set(id, after)
  if (entry.command_key.startsWith('district:')) return
  const gained = held(after).filter(one => !holds(before, one))
  if (gained.length > 0) checkGained(world, id, gained, entry)
  if (entry.command === 'person.add' && by?.roles.includes('administrator') !== true)
    checkWithin(world, { by, before, after }, entry)
  if (entry.person === id || held(before).every(one => holds(after, one))) return
  took.set(entry.command_key, { by: entry.person, at: entry.at })
  count(world, 'role taken')
}

/** LAST_ADMINISTRATOR: somebody is always left who can give what others have lost. */
export function checkAdministrators({ ledger }: Grounds): void {
  if (![...ledger.people.values()].some(({ roles }) => roles.includes('administrator')))
    throw new Broken('LAST_ADMINISTRATOR', 'No administrator of the district is left.')
}

/** A role, and within which school or team; in the whole district without one. */
type Held = readonly [role: string, within?: string]

/** What somebody holds that it takes two to give. */
const held = ({ roles, grants = [] }: Placed = { roles: [] }): readonly Held[] => [
  ...roles
    .filter(role => role === 'officer' || role === 'administrator')
    .map((role): Held => [role]),
  ...grants.filter(({ role }) => role !== 'coach').map(({ role, within }): Held => [role, within]),
]

/** What they hold everywhere they hold in each school. */
const holds = (placed: Placed | undefined, [role, within]: Held): boolean =>
  held(placed).some(([own, where]) => own === role && (where === undefined || where === within))

/**
 * TWO: nobody is given an office or an administration by one person, but where there is no second one to ask; and then not
 * by who took one from somebody lately, or they would make themselves the only one.
 */
function checkGained(
  { ledger, counts }: Grounds,
  id: string,
  gained: readonly Held[],
  { command, person, at }: Entry,
): void {
  const others = [...ledger.people].filter(
    ([other, { roles }]) =>
      other !== id &&
      other !== person &&
      (roles.includes('officer') || roles.includes('administrator')),
  )
  const isAgreed = command === 'role.agree' && person !== id
  if (!isAgreed && (command !== 'person.add' || person === id || others.length > 0))
    throw new Broken('TWO', 'One alone gave a role that takes two.', { id, gained, person })
  const taking = [...ledger.took.values()].find(
    one => one.by === person && at - one.at < aloneAfterTakingMs,
  )
  if (!isAgreed && taking !== undefined)
    throw new Broken('TWO', 'One who took a role gave another alone.', { id, gained, at, taking })
  count({ counts }, isAgreed ? 'role given by two' : 'role given alone')
}

interface Entered {
  readonly by: Placed | undefined
  readonly before: Placed | undefined
  readonly after: Placed
}

/** RIGHTS: an administrator of a school changes only who works in it alone, and holds nothing beyond it. */
function checkWithin(world: Grounds, { by, before, after }: Entered, { person }: Entry): void {
  const own = (by?.grants ?? []).filter(({ role }) => role === 'administrator')
  const isOwn = (unit: string) =>
    own.some(({ within }) => within === unit || isTeamOf(unit, within))
  const isWithin = ({ roles, units = [], grants = [] }: Placed) =>
    units.length > 0 &&
    units.every(isOwn) &&
    roles.every(role => role === 'educator') &&
    grants.every(({ within }) => isOwn(within))
  if (![before ?? after, after].every(isWithin))
    throw new Broken('RIGHTS', 'A school’s administrator changed somebody beyond it.', {
      person,
      before,
      after,
    })
  count(world, 'person changed by a school')
}

/** The team of a run's district, and its school. */
const isTeamOf = (unit: string, school: string): boolean => unit === 'team' && school === 'north'
