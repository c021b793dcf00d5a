import type { HttpBindings } from '@hono/node-server'
import type { Hono } from 'hono'
import type { z } from 'zod'
import type { invitationReply } from '../../contract/sync/join.ts'
import { invitationRequest } from '../../contract/sync/join.ts'
import { districtPaths } from '../../contract/sync/version.ts'
import { PersonRecord } from '../../core/person/record.ts'
import { intMaybe } from '../../db/sql/row.ts'
import type { Steps } from '../../db/sql/steps.ts'
import { query } from '../../db/sql/steps.ts'
import { askedWith } from '../door/asking.ts'
import { RequestRefused } from '../door/refused.ts'
import { json } from '../door/reply.ts'
import type { House } from '../house.ts'
import { noteEvent } from '../person/event.ts'
import { isManaged } from '../person/managed.ts'
import { invitationFor } from '../person/routes.ts'
import { removeSecondStep, removeSignIn } from './account.ts'

/**
 * An administrator takes away the sign-in of a person who has lost it, and gets a one-time code for them. What it lets
 * in waits for the person's yes, so that who resets can't read (`letIn`); the computers that are in stay as they are.
 */
export function resetRoute(app: Hono<{ Bindings: HttpBindings }>, house: House): void {
  app.post(districtPaths.resets, async c => {
    const { actor, value } = await askedWith(house, c.env.incoming, invitationRequest)
    const { person } = value
    // Of oneself there is nothing to recover: one's own password changes it.
    if (person === actor.person || !(await isManaged(house, actor, person)))
      throw new RequestRefused('not_allowed')
    if ((await house.store.seen().get(PersonRecord, person)) === undefined)
      throw new RequestRefused('not_found')
    const now = house.clock()
    const by = { person: actor.person, device: actor.device, about: person }
    await house.accounts.write(
      function* () {
        yield* removeSignIn(person)
        yield* removeSecondStep(person)
        yield* noteEvent({ at: now, what: 'reset', ...by })
      },
      () => true,
    )
    const invited = await invitationFor(house, person, actor.person, false)
    return json(invited satisfies z.infer<typeof invitationReply>, { accept: undefined })
  })
}

/** When a person's sign-in was last taken away (epoch ms); `undefined`: never. */
export function* lastReset(person: string): Steps<number | undefined> {
  const [row] = yield* query(
    "select max(at) as at from event where what = 'reset' and about = ?",
    person,
  )
  return row && intMaybe(row, 'at')
}
