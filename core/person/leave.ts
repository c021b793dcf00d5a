import { z } from 'zod'
import { holdsEverywhere } from '../access/reach.ts'
import type { Change } from '../kit/change.ts'
import { patch } from '../kit/change.ts'
import { command, refuse } from '../kit/command.ts'
import { idInput } from '../kit/input.ts'
import { each, holder, may, must } from '../kit/loads.ts'
import { hasLeft } from './access-from.ts'
import { InChargeRecord, inChargeAfter, inChargeChanges, inChargeId } from './in-charge.ts'
import type { Person } from './record.ts'
import { PersonRecord } from './record.ts'
import { mayManage } from './rights.ts'
import { RoleRequestRecord, waitingName } from './role-request.ts'
import { isLossOfTwo, withTaking } from './took.ts'
import { UnitRecord } from './unit.ts'

/**
 * Says that somebody has left the district, or is back. Who has left holds nothing any more, and the district ends their
 * computers, their sign-in and their invitation (`district/person/let-go.ts`); what they made stays. Who is back is in the
 * directory as an educator and gets in by a new invitation alone; any other role is given anew. Roles of the office or the
 * administration are taken by it as `addPerson` takes them.
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
  decide(s, i, { actor, now }) {
    const { person } = s
    const { name } = person.body
    if (person.id === actor.person) return refuse('own_leaving', { name })
    if (hasLeft(person.body) === i.hasLeft) return { changes: [] }
    if (!i.hasLeft)
      return {
        changes: [patch(person, { leftAt: undefined, backAt: now, roles: ['educator'] })],
      }
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
        // Decided, not merged: whose clock is ahead keeps nobody in.
        patch(person, { ...held, leftAt: now, backAt: undefined }),
        ...inChargeChanges(s.inCharge, inCharge),
        ...request,
      ],
    }
  },
})
