import type { HttpBindings } from '@hono/node-server'
import type { Hono } from 'hono'
import { joinRequest } from '../../contract/sync/join.ts'
import { districtPaths, protocolOldest } from '../../contract/sync/version.ts'
import { readJson, readRaw } from '../door/body.ts'
import { paceOf, paces } from '../door/pace.ts'
import { RequestRefused } from '../door/refused.ts'
import { sourceOf } from '../door/source.ts'
import type { House } from '../house.ts'
import { isKey, joinAnswer } from './join-answer.ts'
import { joining } from './joining.ts'

/** What joining says is short, and nobody has signed it yet (bytes). */
export const joinBytesMax = 16_384

/** Takes a computer in by an invitation code: nothing signs it, since nobody knows its key yet. */
export function joinRoute(app: Hono<{ Bindings: HttpBindings }>, house: House): void {
  const pace = paceOf(paces.join, house.clock)
  app.post(districtPaths.join, async c => {
    const { incoming } = c.env
    const source = sourceOf(incoming, house)
    pace.count(source)
    const raw = await readRaw(incoming, { bytesMax: joinBytesMax })
    const request = readJson(raw, incoming.headers['content-encoding'], joinRequest)
    if (request.protocol < protocolOldest) throw new RequestRefused('upgrade', { protocolOldest })
    if (!isKey(request.publicKey)) throw new RequestRefused('malformed', { where: 'publicKey' })
    const now = house.clock()
    const joined = await house.accounts.write(
      () => joining({ request, source, now }),
      () => true,
    )
    if ('refused' in joined) throw new RequestRefused(joined.refused)
    return joinAnswer(house, incoming, request.device, joined)
  })
}
