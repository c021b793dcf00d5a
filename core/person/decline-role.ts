import { z } from 'zod'
import { patch } from '../kit/change.ts'
import { command, refuse } from '../kit/command.ts'
import { idInput } from '../kit/input.ts'
import { must } from '../kit/loads.ts'
import { step } from '../kit/machine.ts'
import { decidedNow, noOf } from '../second-yes/answer.ts'
import { mayAgreeToRoles } from './rights.ts'
import { requestOf, roleRequestMachine, RoleRequestRecord } from './role-request.ts'

/** Ends a request for a role: who asked takes it back, anybody else who could agree declines it. */
export const declineRole = command({
  name: 'role.decline',
  where: 'district',
  input: z.object({ request: idInput }),
  needs: q => q.first(i => ({ request: must(RoleRequestRecord, i.request) })),
  right: (actor, s) => mayAgreeToRoles(actor) || s.request.body.askedBy === actor.person,
  decide(s, _i, context) {
    const { state: before } = s.request.body
    const asked = requestOf(s.request.body)
    const state = step(roleRequestMachine, before, noOf(asked, context))
    if (state === undefined) return refuse('role_request_state', { state: before })
    return { changes: [patch(s.request, { state, ...decidedNow(asked, context) })] }
  },
})
