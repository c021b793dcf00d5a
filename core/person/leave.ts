import { z } from 'zod'
import { holdsEverywhere } from '../access/reach.ts'
import type { Change } from '../kit/change.ts'
import { patch } from '../kit/change.ts'
import { command, refuse } from '../kit/command.ts'
import { datedAt } from '../kit/dated-at.ts'
import { idInput } from '../kit/input.ts'
import { each, holder, may, must } from '../kit/loads.ts'
import type { Rec } from '../kit/record-type.ts'
import { keyOf } from '../kit/record-type.ts'
import { hasLeft } from './access-from.ts'
import { InChargeRecord, inChargeAfter, inChargeChanges, inChargeId } from './in-charge.ts'
import { leftFrom, mayBringBack } from './left-from.ts'
import type { Person } from './record.ts'
import { PersonRecord } from './record.ts'
import { mayManage } from './rights.ts'
import { RoleRequestRecord, waitingName } from './role-request.ts'
import { isLossOfTwo, withTaking } from './took.ts'
import { UnitRecord } from './unit.ts'

/**
 * Says that somebody has left the district, or is back. Who has left holds nothing any more, and the district ends their
 * computers, their sign-in and their invitation (`district/person/let-go.ts`); what they made stays. Who is back is in the
 * directory as an educator and gets in by a new invitation alone; any other role is given anew. Whom the district or a school
 * let go, nobody below brings back (`left-from.ts`). Roles of the office or the administration are taken by it as
 * `addPerson` takes them.
 *
 * Both count from when they were done: after a restore they come again, and who was let in once somebody was back, stays in.
 * Nobody can be let in between the two, so an earlier date lets nothing in that the leaving has ended.
 */
export const leave = command({
  name: 'person.leave',
  where: 'district',
  input: z.object({ person: idInput, hasLeft: z.boolean() }),
  needs: q =>
    q
      .first(i => ({
        person: must(PersonRecord, i.person),
        inCharge: may(InChargeRecord, inChargeId),
        waiting: holder(RoleRequestRecord, waitingName(i.person)),
      }))
      .next((_i, { person: { body } }) => ({
        units: each(UnitRecord, [
          ...new Set([...(body.units ?? []), ...(body.grants ?? []).map(grant => grant.within)]),
        ]),
      })),
  right: (actor, s) => mayManage(actor, s.person.body, s.units),
  decide(s, i, context) {
    const { actor, now, stamp } = context
    const { person } = s
    const { name } = person.body
    if (person.id === actor.person) return refuse('own_leaving', { name })
    const from = leftFrom(actor, person.body, s.units)
    if (hasLeft(person.body) && !mayBringBack(actor, person.body, s.units))
      return i.hasLeft ? { changes: [] } : refuse('person_left_above', { name })
    if (hasLeft(person.body) === i.hasLeft) {
      const isSame = !i.hasLeft || person.body.leftFrom?.join(' ') === from.join(' ')
      return { changes: isSame ? [] : [patch(person, { leftFrom: from })] }
    }
    if (!i.hasLeft)
      return {
        changes: [
          decided(person, stamp, {
            ...{ leftAt: undefined, leftFrom: undefined },
            backAt: datedAt(context, person.body.leftAt ?? 0),
            roles: ['educator'],
          }),
        ],
      }
    const leftAt = datedAt(context, 0)
    const held: Pick<Person, 'roles' | 'grants'> = { roles: [], grants: undefined }
    const left = inChargeAfter(s.inCharge, person.id, held)
    if (person.body.roles.includes('administrator') && left.administrators.length === 0)
      return refuse('last_administrator', { name })
    const takes = !holdsEverywhere(actor, 'system') && isLossOfTwo(person.body, held)
    const inCharge = takes ? withTaking(left, actor.person, now) : left
    // Nobody is to say yes to it any more.
    const request: readonly Change[] =
      s.waiting === undefined
        ? []
        : [patch(s.waiting, { state: 'withdrawn', decidedBy: actor.person, decidedAt: now })]
    return {
      changes: [
        decided(person, stamp, { ...held, leftAt, leftFrom: from, backAt: undefined }),
        ...inChargeChanges(s.inCharge, inCharge),
        ...request,
      ],
    }
  },
})

/**
 * Decided, not merged: whose clock is ahead keeps nobody in. What was said of their roles before this, by a computer that
 * was without a network, comes too late all the same.
 */
function decided(person: Rec<Person>, stamp: string, set: Partial<Person>): Change {
  const newest = (field: string) => {
    const before = person.clocks[field] ?? ''
    return before > stamp ? before : stamp
  }
  const clocks = { roles: newest('roles'), grants: newest('grants') }
  return { do: 'patch', key: keyOf(person.kind, person.id), set, clocks }
}
