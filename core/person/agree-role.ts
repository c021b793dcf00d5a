import { z } from 'zod'
import { patch } from '../kit/change.ts'
import { command, refuse } from '../kit/command.ts'
import { idInput } from '../kit/input.ts'
import { each, may, must } from '../kit/loads.ts'
import { step } from '../kit/machine.ts'
import { decidedNow, yesFault } from '../second-yes/answer.ts'
import { newlyInClosed, schoolsOf } from './closed-unit.ts'
import { InChargeRecord, inChargeAfter, inChargeChanges, inChargeId } from './in-charge.ts'
import { grantsMax, PersonRecord } from './record.ts'
import { mayAgreeToRoles, mayChange } from './rights.ts'
import { requestOf, roleRequestMachine, RoleRequestRecord, withGain } from './role-request.ts'
import { UnitRecord } from './unit.ts'

/**
 * A second person says yes to a role that one administrator asked for, and it is given; or afterwards, to one that was
 * given while there was nobody to ask.
 */
export const agreeRole = command({
  name: 'role.agree',
  where: 'district',
  input: z.object({ request: idInput }),
  needs: q =>
    q
      .first(i => ({
        request: must(RoleRequestRecord, i.request),
        inCharge: may(InChargeRecord, inChargeId),
      }))
      .next((_i, { request: { body } }) => ({
        person: must(PersonRecord, body.person),
        asker: may(PersonRecord, body.askedBy),
      }))
      .next((_i, { person, request }) => ({
        units: each(UnitRecord, [
          ...new Set([
            ...(person.body.units ?? []),
            ...[...(person.body.grants ?? []), ...request.body.grants].map(grant => grant.within),
          ]),
        ]),
      }))
      .next((_i, s) => ({ schools: each(UnitRecord, schoolsOf(s.units)) })),
  right: actor => mayAgreeToRoles(actor),
  decide(s, _i, context) {
    const { request, person } = s
    const { state: before } = request.body
    const { name } = person.body
    const by = context.actor.person
    const state = step(roleRequestMachine, before, 'agree')
    if (state === undefined) return refuse('role_request_state', { state: before })
    const asked = requestOf(request.body)
    const own = refuse('role_request_own', { name })
    if (asked.by === by) return own
    if (person.id === by) return refuse('own_rights', { name })
    const agreed = patch(request, { state, ...decidedNow(asked, context) })
    if (before === 'alone') return { changes: [agreed] }
    const held = withGain(person.body, request.body)
    const asker = s.asker?.body
    const after = { ...person.body, ...held }
    const mayAsk = asker !== undefined && mayChange(asker, person.body, after, s.units)
    const gone = refuse('role_request_ended', { name })
    const fault = yesFault(asked, mayAsk, context, { own, asker: gone })
    if (fault !== undefined) return fault
    if ((held.grants ?? []).length > grantsMax) return refuse('bad_input', { where: 'grants' })
    const closed = newlyInClosed(person.body, after, [...s.units, ...s.schools])
    if (closed !== undefined) return refuse('unit_closed', { unit: closed })
    const inCharge = inChargeAfter(s.inCharge, person.id, after)
    return {
      changes: [
        agreed,
        // Decided, not merged: whose clock is ahead does not undo a yes.
        patch(person, held),
        ...inChargeChanges(s.inCharge, inCharge),
      ],
    }
  },
})
