import { z } from 'zod'
import { holdsEverywhere } from '../access/reach.ts'
import { ErasureRecord } from '../erasure/record.ts'
import type { Change } from '../kit/change.ts'
import { create, merge, patch } from '../kit/change.ts'
import { command, refuse } from '../kit/command.ts'
import { idInput } from '../kit/input.ts'
import { each, holder, may } from '../kit/loads.ts'
import type { Rec } from '../kit/record-type.ts'
import {
  InChargeRecord,
  inChargeAfter,
  inChargeChanges,
  inChargeId,
  othersInCharge,
} from './in-charge.ts'
import { newlyInClosed, schoolsOf } from './closed-unit.ts'
import type { Person } from './record.ts'
import { PersonRecord, personSchema } from './record.ts'
import { isOwnGain, isOwnResignation, mayChange } from './rights.ts'
import type { RoleRequest } from './role-request.ts'
import {
  gainOfTwo,
  isNoGain,
  isSameGain,
  isWaiting,
  RoleRequestRecord,
  waitingName,
  withoutGain,
} from './role-request.ts'
import { aloneFrom, isLossOfTwo, withTaking } from './took.ts'
import { UnitRecord } from './unit.ts'

/**
 * Adds a person to the directory, or changes what it says about them: also where they work, and what they may do
 * there. What is left out stays as it is. A role of the office or the administration waits for another person's yes; where
 * there is nobody to ask, it is given, and told to whoever comes later. Taking a role away waits for nobody; who took one
 * of these gives none alone for a while (`took.ts`).
 */
export const addPerson = command({
  name: 'person.add',
  where: 'district',
  input: z.object({
    id: idInput,
    person: personSchema.omit({ leftAt: true, leftFrom: true, backAt: true }),
  }),
  needs: q =>
    q
      .first(i => ({
        person: may(PersonRecord, i.id),
        inCharge: may(InChargeRecord, inChargeId),
        waiting: holder(RoleRequestRecord, waitingName(i.id)),
        erasure: may(ErasureRecord, i.id),
      }))
      .next((i, s) => ({
        units: each(UnitRecord, [...new Set([...unitsIn(s.person?.body), ...unitsIn(i.person)])]),
      }))
      .next((_i, s) => ({ schools: each(UnitRecord, schoolsOf(s.units)) })),
  right: (actor, s, i) =>
    mayChange(actor, s.person?.body, { ...s.person?.body, ...i.person }, s.units),
  decide(s, i, context) {
    // Also what an old computer, or one that sends again after a restore, still says of them.
    const isGoing = s.erasure?.body.state === 'agreed' && s.person === undefined
    if (isGoing || s.erasure?.body.state === 'erased' || s.erasure?.body.isReplayed === true)
      return refuse('person_erased', { at: s.erasure?.body.erasedAt ?? context.now })
    const { actor, now } = context
    const isDistrict = holdsEverywhere(actor, 'system')
    const before = s.person?.body
    if (before?.leftAt !== undefined)
      return refuse('person_left', { name: before.name, at: before.leftAt })
    const waiting =
      s.waiting !== undefined && isWaiting(s.waiting.body, now) ? s.waiting : undefined
    const asked = newerOf(s.person, i.person, context.stamp)
    const after: Person = { ...before, ...asked }
    if (after.roles.length + (after.grants ?? []).length === 0 && waiting === undefined)
      return refuse('bad_input', { where: 'roles' })
    const known = s.units.map(unit => unit.id)
    if (unitsIn(i.person).some(unit => !known.includes(unit)))
      return refuse('bad_input', { where: 'units' })
    const closed = newlyInClosed(before, after, [...s.units, ...s.schools])
    if (closed !== undefined) return refuse('unit_closed', { unit: closed })
    if (isOwnGain(actor, i.id, before, after)) return refuse('own_rights', { name: after.name })
    if (isOwnResignation(actor, i.id, before, after))
      return refuse('own_administration', { name: after.name })
    const gain = gainOfTwo(before, after)
    const takesTwo = !isNoGain(gain) && !isDistrict
    const waits = takesTwo && othersInCharge(s.inCharge, [actor.person, i.id]).length > 0
    if (waits && waiting !== undefined && waiting.body.askedBy !== actor.person)
      return refuse('role_request_waits', { name: after.name })
    const notBefore = takesTwo && !waits ? aloneFrom(s.inCharge, actor.person, now) : undefined
    if (notBefore !== undefined)
      return refuse('role_after_taking', { name: after.name, at: notBefore })
    const entry = waits ? withoutGain(asked, gain) : asked
    // What waits is not held yet: who asks for more in place of what somebody holds takes that all the same.
    const held = { ...before, ...entry }
    const left = inChargeAfter(s.inCharge, i.id, held)
    const takes = !isDistrict && actor.person !== i.id && isLossOfTwo(before, held)
    const inCharge = takes ? withTaking(left, actor.person, now) : left
    const wasAdministrator = before?.roles.includes('administrator') === true
    if (wasAdministrator && inCharge.administrators.length === 0)
      return refuse('last_administrator', { name: after.name })
    const request: Omit<RoleRequest, 'state'> = {
      ...{ person: i.id, ...gain },
      ...{ askedBy: actor.person, askedAt: now },
    }
    // What ran out makes way for what is asked now, whoever asked for it.
    const isPast = s.waiting !== undefined && waiting === undefined
    const own = isPast || s.waiting?.body.askedBy === actor.person ? s.waiting : undefined
    const isAskedAlready = waits && !isPast && own !== undefined && isSameGain(own.body, gain)
    const requests: readonly Change[] =
      !takesTwo || isAskedAlready
        ? []
        : [
            // Never changed in its place: who says yes means what they were shown.
            ...(own === undefined ? [] : [withdrawn(own, request)]),
            create(RoleRequestRecord, context.id('role-request'), {
              ...request,
              state: waits ? 'asked' : 'alone',
            }),
          ]
    const changes =
      s.person === undefined
        ? [create(PersonRecord, i.id, entry)]
        : merge(s.person, entry, context.stamp)
    return { changes: [...changes, ...inChargeChanges(s.inCharge, inCharge), ...requests] }
  },
})

const withdrawn = (
  waiting: Rec<RoleRequest>,
  { askedBy, askedAt }: Pick<RoleRequest, 'askedBy' | 'askedAt'>,
): Change => patch(waiting, { state: 'withdrawn', decidedBy: askedBy, decidedAt: askedAt })

/** What is asked, but for roles that were set later than this: they stay, and so does who is in charge by them. */
function newerOf(person: Rec<Person> | undefined, asked: Person, stamp: string): Person {
  if (person === undefined) return asked
  const isLate = (field: 'roles' | 'grants') => (person.clocks[field] ?? '') > stamp
  return {
    ...asked,
    ...(isLate('roles') ? { roles: person.body.roles } : {}),
    ...(isLate('grants') ? { grants: person.body.grants } : {}),
  }
}

/** The schools and teams that an entry names: where they work, and where they may do something. */
const unitsIn = (person: Pick<Person, 'units' | 'grants'> | undefined): readonly string[] => [
  ...(person?.units ?? []),
  ...(person?.grants ?? []).map(grant => grant.within),
]
