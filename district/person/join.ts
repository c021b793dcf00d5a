import type { HttpBindings } from '@hono/node-server'
import type { Hono } from 'hono'
import { ed25519Multikey } from 'open-badges-validator-core/did'
import { publicKeyOf } from 'open-badges-validator-core/issue'
import type { JoinReply } from '../../contract/sync/join.ts'
import { joinRequest } from '../../contract/sync/join.ts'
import { districtPaths, protocolOldest } from '../../contract/sync/version.ts'
import { PersonRecord } from '../../core/person/record.ts'
import { readJson, readRaw } from '../door/body.ts'
import { noteActor } from '../door/notes.ts'
import { paceOf, paces } from '../door/pace.ts'
import { RequestRefused } from '../door/refused.ts'
import { json } from '../door/reply.ts'
import { sourceOf } from '../door/source.ts'
import type { House } from '../house.ts'
import { joining } from './joining.ts'
import { districtName } from './name.ts'
import { writeRegister } from './register.ts'
import { keyOf } from './signed.ts'

/** What joining says is short, and nobody has signed it yet (bytes). */
const joinBytesMax = 16_384

/** Takes a computer in by an invitation code: the one request besides public ones that nothing signs. */
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
    await writeRegister(house)
    noteActor(incoming, joined.person)
    const person = await house.store.seen().get(PersonRecord, joined.person)
    if (person === undefined) throw new RequestRefused('not_allowed')
    const { name, roles } = person.rec.body
    const reply: JoinReply = {
      device: request.device,
      person: joined.person,
      name,
      roles,
      district: await districtName(house.store),
      epoch: house.epoch(),
      now,
      trustKey: ed25519Multikey(publicKeyOf(house.secrets.trust)),
      ...(joined.waitsUntil === undefined ? {} : { waitsUntil: joined.waitsUntil }),
    }
    return json(reply, { accept: undefined })
  })
}

function isKey(publicKey: string): boolean {
  try {
    keyOf(publicKey)
    return true
  } catch {
    // Not 32 bytes of base64url.
    return false
  }
}
