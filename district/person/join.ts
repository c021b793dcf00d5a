import type { HttpBindings } from '@hono/node-server'
import type { Hono } from 'hono'
import { joinRequest } from '../../contract/sync/join.ts'
import { districtPaths } from '../../contract/sync/version.ts'
import { paceOf, paces } from '../door/pace.ts'
import { RequestRefused } from '../door/refused.ts'
import { waitOf } from '../../core/person/wait-for-yes.ts'
import type { House } from '../house.ts'
import { hashOfCode } from './code.ts'
import { countsFromOf } from './counts-from-of.ts'
import { holdingOf } from './holding-of.ts'
import { invitationOf } from './invitations.ts'
import { joinAnswer } from './join-answer.ts'
import { letInRequest } from './let-in-request.ts'
import { joining } from './joining.ts'

/** Takes a computer in by an invitation code: nothing signs it, since nobody knows its key yet. */
export function joinRoute(app: Hono<{ Bindings: HttpBindings }>, house: House): void {
  const pace = paceOf(paces.join, house.clock)
  app.post(districtPaths.join, async c => {
    const { incoming } = c.env
    const { request, source } = await letInRequest(house, incoming, joinRequest, pace)
    const invited = await house.accounts.snapshot(() => invitationOf(hashOfCode(request.code)))
    const waitMs = waitOf(await holdingOf(house, invited?.person ?? ''))
    const countsFrom = await countsFromOf(house, invited?.person ?? '')
    const now = house.clock()
    const joined = await house.accounts.write(
      () => joining({ request, source, countsFrom, waitMs, now }),
      () => true,
    )
    if ('refused' in joined) throw new RequestRefused(joined.refused)
    return joinAnswer(house, incoming, request.device, joined)
  })
}
