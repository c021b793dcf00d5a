import type { z } from 'zod'
import type { DoorErrorCode } from '../../contract/device/door.ts'
import type { DistrictError, JoinReply, JoinRequest } from '../../contract/sync/join.ts'
import { joinReply } from '../../contract/sync/join.ts'
import { districtPaths, protocol } from '../../contract/sync/version.ts'
import { keeping } from '../place/act.ts'
import { writeAbout } from '../place/about.ts'
import type { Place } from '../place/place.ts'
import { DoorRefusal } from '../door/refused.ts'
import { askAbout } from '../sync/ask-about.ts'
import { Away } from '../sync/away.ts'
import { exchange } from '../sync/exchange.ts'
import { readReply } from '../sync/line.ts'

const doorCodes: Readonly<Record<DistrictError['code'], DoorErrorCode>> = {
  malformed: 'invitation_unknown',
  too_large: 'nonsense',
  signature: 'nonsense',
  replayed: 'nonsense',
  clock: 'clock',
  device_unknown: 'nonsense',
  device_revoked: 'device_revoked',
  not_allowed: 'not_allowed',
  not_found: 'nonsense',
  invitation_unknown: 'invitation_unknown',
  invitation_used: 'invitation_used',
  invitation_expired: 'invitation_expired',
  too_many_tries: 'too_many_tries',
  upgrade: 'upgrade',
  busy: 'unreachable',
}

/**
 * Joins this computer to a district with an invitation. What was done alone goes along: it is decided again as the
 * person the district knows, and sent. Throws the door's refusal; then nothing has changed here.
 */
export async function joinDistrict(
  place: Place,
  given: { readonly address: string; readonly code: string },
  deviceName: string,
): Promise<void> {
  if (place.readOnly !== undefined) throw new DoorRefusal('read_only')
  if (place.store.standing().joined) throw new DoorRefusal('not_allowed', { needs: 'not joined' })
  const { key } = place
  if (key === undefined) throw new DoorRefusal('key_lost')
  const { address, code } = readInvitation(given)
  const facts = { address: given.address }
  const about = await reached(() => askAbout(address), facts)
  if (about.protocolOldest > protocol) throw new DoorRefusal('upgrade')
  const request: JoinRequest = {
    protocol,
    code,
    device: place.store.standing().actor.device,
    publicKey: key.publicKey,
    deviceName,
  }
  const reply = await reached(() => post(address, request), facts)
  if (reply.device !== request.device) throw new DoorRefusal('nonsense', facts)
  const { district: name, epoch, person, roles, trustKey } = reply
  keeping(() => {
    // What is done from now on is dated right, also by a clock that is wrong.
    place.store.noteTime(reply.now, place.parts.clock())
    // First what the district said: should the program end here, the next start goes on from it.
    writeAbout(place.store, { district: { name, address, epoch, person, roles, trustKey } })
    place.finishJoining()
  })
}

async function post(address: string, request: JoinRequest): Promise<JoinReply> {
  const answer = await exchange({
    method: 'POST',
    url: new URL(districtPaths.join, address),
    headers: { 'content-type': 'application/json' },
    body: Buffer.from(JSON.stringify(request)),
  })
  return readReply(answer, joinReply satisfies z.ZodType<JoinReply>)
}

async function reached<T>(
  ask: () => Promise<T>,
  facts: Readonly<Record<string, string>>,
): Promise<T> {
  try {
    return await ask()
  } catch (error) {
    if (!(error instanceof Away)) throw error
    if (error.said !== undefined) throw new DoorRefusal(doorCodes[error.said.code], facts)
    throw new DoorRefusal(error.reason === 'network' ? 'unreachable' : 'nonsense', facts)
  }
}

const loopback = /^(localhost|127\.0\.0\.1|\[::1\])$/

/**
 * The district's origin and the code, from what a person typed: an address and a code, or an invitation link with
 * the code in its fragment. Anything but this very computer is asked over TLS.
 */
export function readInvitation(given: { readonly address: string; readonly code: string }): {
  readonly address: string
  readonly code: string
} {
  const typed = given.address.trim()
  const url = parsed(/^https?:\/\//i.test(typed) ? typed : `https://${typed}`)
  if (url === undefined || url.hostname === '')
    throw new DoorRefusal('unreachable', { address: given.address })
  if (!loopback.test(url.hostname)) url.protocol = 'https:'
  const inLink = url.hash.slice(1).replace(/^code=/, '')
  const code = (given.code.trim() || inLink).replaceAll(/[\s-]/g, '').toUpperCase()
  if (code.length < 10) throw new DoorRefusal('invitation_unknown')
  return { address: url.origin, code }
}

function parsed(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined
}
