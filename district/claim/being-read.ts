import type { HttpBindings } from '@hono/node-server'
import type { Hono } from 'hono'
import type { BeingReadReply } from '../../contract/sync/being-read.ts'
import { beingReadMax } from '../../contract/sync/being-read.ts'
import { districtPaths } from '../../contract/sync/version.ts'
import { holds } from '../../core/access/reach.ts'
import { ClaimRecord } from '../../core/claim/record.ts'
import type { Actor } from '../../core/kit/command.ts'
import type { Rec } from '../../core/kit/record-type.ts'
import type { Review } from '../../core/review/record.ts'
import { ReviewRecord } from '../../core/review/record.ts'
import { mayRelease } from '../../core/review/rights.ts'
import type { ListAsk } from '../../db/index-table/list.ts'
import { some } from '../../db/query.ts'
import { askedBy } from '../door/asking.ts'
import { RequestRefused } from '../door/refused.ts'
import { json } from '../door/reply.ts'
import type { House } from '../house.ts'

/**
 * Tells an officer or administrator which claims coaches read, so that they can give one back: whose it is, who reads it
 * and by when an answer is promised, and nothing of what it says.
 */
export function beingReadRoute(app: Hono<{ Bindings: HttpBindings }>, house: House): void {
  app.get(districtPaths.beingRead, async c => {
    const actor = await askedBy(house, c.env.incoming)
    if (!holds(actor, 'administrator') && !holds(actor, 'officer'))
      throw new RequestRefused('not_allowed')
    const reply: BeingReadReply = { claims: await beingReadFor(house, actor) }
    return json(reply, { accept: c.req.header('accept-encoding') })
  })
}

async function beingReadFor(
  { store }: Pick<House, 'store'>,
  actor: Actor,
): Promise<BeingReadReply['claims']> {
  const seen = store.seen()
  const theirs: Rec<Review>[] = []
  const ask = { where: { state: 'reading' }, order: { by: 'taken' }, limit: beingReadMax }
  // A large district reads thousands at a time, and screens ask again and again: no more is read than is told.
  for (let after: ListAsk['after']; theirs.length < beingReadMax;) {
    const page = await seen.list(ReviewRecord, after === undefined ? ask : { ...ask, after })
    theirs.push(...page.map(({ rec }) => rec).filter(reading => mayBeTold(actor, reading)))
    after = page.at(-1)?.place
    if (page.length < ask.limit || after === undefined) break
  }
  theirs.splice(beingReadMax)
  const claims = await some(
    { seen },
    ClaimRecord,
    theirs.map(({ body }) => body.claim),
  )
  return theirs.flatMap(({ body: { claim, title, owner, reader } }) => {
    const known = claims.find(one => one.id === claim)?.body
    // A reading that its claim knows nothing of holds nobody up.
    if (known?.state !== 'in_review' || !known.readers.includes(reader)) return []
    const answerBy = known.attempts.at(-1)?.answerBy
    return [{ claim, title, owner, reader, ...(answerBy === undefined ? {} : { answerBy }) }]
  })
}

/** Nobody chooses who reads their own work, nor sends off what they read themselves. */
const mayBeTold = (actor: Actor, { body }: Rec<Review>): boolean =>
  mayRelease(actor, { body }) && body.owner !== actor.person && body.reader !== actor.person
