import type { HttpBindings } from '@hono/node-server'
import type { Hono } from 'hono'
import type { z } from 'zod'
import { pullQuery } from '../../contract/sync/pull.ts'
import {
  districtPaths,
  protocolAnew,
  protocolWithout,
  wireLimits,
} from '../../contract/sync/version.ts'
import { openStream, streamsOf } from '../../core/access/streams.ts'
import { deviceStream } from '../../db/district-store/done.ts'
import type { PullReply } from '../../db/wire.ts'
import { askedByAny } from '../door/asking.ts'
import { RequestRefused } from '../door/refused.ts'
import { jsonText } from '../door/reply.ts'
import type { House } from '../house.ts'
import type { Acting } from '../person/actor.ts'
import { actorBehind } from '../person/actor.ts'
import type { Held } from './held.ts'
import { heldOf } from './held.ts'

/** A page above this size (bytes of JSON) is asked for again with fewer rows; a device refuses far larger ones. */
const pageBytesMax = 8 * 1024 * 1024

/** Answers what is new for a device, at once or as soon as there is something, within the time it asked for. */
export function pullRoute(
  app: Hono<{ Bindings: HttpBindings }>,
  house: House,
  held: Held = heldOf(),
): void {
  app.get(districtPaths.pull, async c => {
    const { incoming, outgoing } = c.env
    let actor = await askedByAny(house, incoming)
    const asked = pullQuery.safeParse(c.req.query())
    if (!asked.success) throw new RequestRefused('malformed', { where: 'query' })
    const { wait, anew = [] } = asked.data
    // For its operator: a computer's copy was not what it should be.
    if (anew.length > 0)
      house.tell.worked('copy differs', {
        actor: house.tell.actorOf(actor.person),
        streams: anew.length,
      })
    const woken = new AbortController()
    let isGone = false
    let letGo: (() => void) | undefined
    outgoing.once('close', () => {
      isGone = true
      woken.abort()
      letGo?.()
    })
    const until = house.timers.passedMs() + wait
    for (;;) {
      const listening = await house.bells.listen([...streamsFor(actor), deviceStream(actor.device)])
      try {
        const { reply, text } = await pageFor(house, actor, asked.data)
        const restMs = until - house.timers.passedMs()
        if (!isEmpty(reply) || restMs <= 0 || woken.signal.aborted || house.isEnding())
          return await jsonText(text, { accept: c.req.header('accept-encoding') })
        letGo ??= held.hold(actor.device, () => woken.abort())
        await listening.heard(restMs, woken.signal)
      } finally {
        listening.end()
      }
      // Nobody is there any more who could be told.
      if (isGone) return new Response(null, { status: 503 })
      // Roles may have changed, or the device been revoked, while it waited.
      actor = await actorBehind(house, actor.device)
    }
  })
}

async function pageFor(
  house: House,
  actor: Acting,
  { cursor, held, anew = [], protocol = 1 }: z.infer<typeof pullQuery>,
): Promise<{ readonly reply: PullReply; readonly text: string }> {
  let limitRows: number = wireLimits.pullRowsMax
  for (;;) {
    const reply = await house.store.page({
      person: actor.person,
      device: actor.device,
      streams: streamsFor(actor),
      cursor,
      limitRows,
      now: house.clock(),
      anew,
      knowsAnew: protocol >= protocolAnew,
      knowsWithout: protocol >= protocolWithout,
    })
    const { waitsUntil } = actor
    const audit = { head: house.auditHead(), stands: await standsAt(house, held) }
    const text = JSON.stringify('resync' in reply ? reply : { ...reply, ...audit, waitsUntil })
    if (limitRows === 1 || text.length <= pageBytesMax) return { reply, text }
    limitRows = Math.max(1, Math.floor(limitRows / 4))
  }
}

/**
 * What a computer reads: all that is its person's, or, while it waits for a yes, what everybody is told. Where their record
 * was erased, their own stream alone, in which everything is gone but that.
 */
function streamsFor(actor: Acting): readonly string[] {
  if (actor.isErased) return [`user:${actor.person}`]
  return actor.waitsUntil === undefined ? streamsOf(actor) : [openStream]
}

/** A computer may hold what another life of the district had told: it alone knows that, and compares only its own. */
async function standsAt({ store, auditHead }: House, held: number | undefined) {
  if (held === undefined) return undefined
  const head = auditHead()
  if (head?.link === held) return head.hash
  return (await store.audit.hashAt(held)) ?? null
}

function isEmpty(reply: PullReply): boolean {
  if ('resync' in reply) return false
  return (
    reply.ops.length === 0 &&
    reply.results.length === 0 &&
    reply.drop.length === 0 &&
    reply.anew === undefined &&
    !reply.more &&
    reply.from !== ''
  )
}
