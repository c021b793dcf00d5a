import { mayApprove, mayDecideCause, mayRevoke } from '../badge/rights.ts'
import { mayGive, mayOffer } from '../endorsement/rights.ts'
import type { Holding } from '../kit/command.ts'
import type { Rec } from '../kit/record-type.ts'
import type { Person } from '../person/record.ts'
import { mayDescribe, mayKeepUnit, mayManage } from '../person/rights.ts'
import type { Unit } from '../person/unit.ts'
import { unitsReached } from '../person/units-reached.ts'
import { mayPublishGoal } from '../plan/rights.ts'
import { mayRead, mayRelease } from '../review/rights.ts'

type Known = readonly Pick<Rec<Unit>, 'id' | 'body'>[]

/** What belongs to these schools and teams; `undefined`: to none, which is the district's own. */
type Placed = { readonly body: { units?: string[] | undefined } }

/**
 * What may be done to somebody else's, or for all, each by the very rule that decides it where it is done. Where a rule
 * asks about a place, it is tried for every place there is; else it holds for the whole district or not at all.
 */
const rules = {
  /** Reads claims in review with their evidence, and judges them. */
  judge: (holding: Holding, of: Placed) => mayRead(holding, of),
  /** Reads what was earned, and approves badges. */
  approve: (holding: Holding, of: Placed) => mayApprove(holding, of),
  revoke: (holding: Holding, of: Placed) => mayRevoke(holding, of),
  /** Reads in what outside bodies say of a badge there; in the district also of micro-credentials. */
  endorse: (holding: Holding, { body: { units } }: Placed) => mayOffer(holding, 'badge', units),
  /** Endorses what others issue, in the district's name. */
  endorseOthers: (holding: Holding) => mayGive(holding),
  /** Gives a claim back to the pool for a coach who can't go on. */
  release: (holding: Holding, of: Placed) => mayRelease(holding, of),
  /** Enters people who work there, invites them, ends their computers. */
  manage: (holding: Holding, { body: { units } }: Placed, known: Known) =>
    mayManage(holding, { roles: ['educator'], units }, known),
  /** Adds and renames schools and teams there. */
  keepUnits: (holding: Holding, { body: { units = [] } }: Placed, known: Known) =>
    units.length === 0
      ? mayDescribe(holding)
      : units.every(unit => mayKeepUnit(holding, unit, known)),
  decideCause: (holding: Holding) => mayDecideCause(holding),
  publishGoal: (holding: Holding) => mayPublishGoal(holding),
  describe: (holding: Holding) => mayDescribe(holding),
} as const

/** Stored nowhere, and told by words of its own. */
export type AbilityCode = keyof typeof rules

/** Something that a person may do: in the whole district, or within these schools and teams (ids). */
export interface Ability {
  readonly code: AbilityCode
  readonly within: 'district' | readonly string[]
}

/**
 * What somebody may read and do beside their own, from what the directory says of them alone: nobody has to become them
 * to know it, and nothing of theirs is looked at (security.md row 43). A team is not named beside its school.
 */
export function abilitiesOf(
  holding: Pick<Person, 'roles' | 'grants'>,
  known: Known,
): readonly Ability[] {
  return abilityCodes.flatMap((code): readonly Ability[] => {
    const may = (units: string[] | undefined) => rules[code](holding, { body: { units } }, known)
    if (may(undefined)) return [{ code, within: 'district' }]
    const within = known.filter(({ id }) => may(placesOf(code, id, known))).map(({ id }) => id)
    const isInSchool = (id: string) => {
      const school = known.find(unit => unit.id === id)?.body.school
      return school !== undefined && within.includes(school)
    }
    const named = within.filter(id => !isInSchool(id))
    return named.length === 0 ? [] : [{ code, within: named }]
  })
}

/** Claims and badges belong to a team and its school; a person and a unit are asked about by themselves. */
const placesOf = (code: AbilityCode, id: string, known: Known): string[] | undefined =>
  code === 'manage' || code === 'keepUnits' ? [id] : unitsReached([id], known)

const isCode = (code: string): code is AbilityCode => Object.hasOwn(rules, code)

/** In the order in which they are told. */
export const abilityCodes: readonly AbilityCode[] = Object.keys(rules).filter(isCode)
