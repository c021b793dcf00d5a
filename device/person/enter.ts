import type { DoorErrorCode } from '../../contract/device/door.ts'
import type { DistrictError, JoinReply, NewComputer } from '../../contract/sync/join.ts'
import { joinReply } from '../../contract/sync/join.ts'
import { districtPaths, protocol } from '../../contract/sync/version.ts'
import { DoorRefusal } from '../door/refused.ts'
import { askAbout } from '../sync/ask-about.ts'
import { Away } from '../sync/away.ts'
import type { Connect } from '../sync/exchange.ts'
import { exchange } from '../sync/exchange.ts'
import { readReply } from '../sync/line.ts'
import { readAddress, readInvitation } from './read-invitation.ts'

/** How a person shows a district who they are: by a code that they were given, or by their own sign-in. */
export type Way =
  | { readonly address: string; readonly code: string }
  | {
      readonly address: string
      readonly name: string
      readonly password: string
      readonly oneTimeCode?: string | undefined
    }

/** A district that let this computer in. */
export interface Entered {
  /** Its origin. */
  readonly address: string
  readonly reply: JoinReply
}

const doorCodes: Readonly<Record<DistrictError['code'], DoorErrorCode>> = {
  malformed: 'invitation_unknown',
  too_large: 'nonsense',
  quota: 'nonsense',
  signature: 'nonsense',
  replayed: 'nonsense',
  clock: 'clock',
  device_unknown: 'nonsense',
  device_revoked: 'device_revoked',
  not_allowed: 'not_allowed',
  not_found: 'nonsense',
  waits: 'waits',
  other_person: 'other_person',
  invitation_unknown: 'invitation_unknown',
  invitation_used: 'invitation_used',
  invitation_expired: 'invitation_expired',
  sign_in_wrong: 'sign_in_wrong',
  one_time_code_needed: 'one_time_code_needed',
  one_time_code_wrong: 'one_time_code_wrong',
  second_step_needed: 'second_step_needed',
  name_taken: 'nonsense',
  password_weak: 'nonsense',
  too_many_tries: 'too_many_tries',
  upgrade: 'upgrade',
  busy: 'unreachable',
}

/**
 * Asks a district to let this computer in. `districtId`: the only district that will do, where there is one (the part
 * of its epoch that stays). Throws the door's refusal.
 */
export async function enter(
  way: Way,
  computer: Omit<NewComputer, 'protocol'>,
  connect: Connect | undefined,
  districtId?: string,
): Promise<Entered> {
  const { address, target, value } = askedIn(way)
  const facts = { address: way.address }
  const about = await reached(() => askAbout(address, connect), facts)
  if (about.protocolOldest > protocol) throw new DoorRefusal('upgrade')
  if (districtId !== undefined && districtIdOf(about.epoch) !== districtId)
    throw new DoorRefusal('other_district', facts)
  const request: NewComputer = { protocol, ...computer }
  const url = new URL(target, address)
  const reply = await reached(() => post(url, { ...request, ...value }, connect), facts)
  if (reply.device !== request.device) throw new DoorRefusal('nonsense', facts)
  return { address, reply }
}

/** Which district it is, whatever life of it. */
export const districtIdOf = (epoch: string): string => epoch.split('.', 1)[0] ?? ''

function askedIn(way: Way): {
  readonly address: string
  readonly target: string
  readonly value: object
} {
  if ('code' in way) {
    const { address, code } = readInvitation(way)
    return { address, target: districtPaths.join, value: { code } }
  }
  const { name, password, oneTimeCode } = way
  const said = oneTimeCode === undefined || oneTimeCode.trim() === '' ? {} : { oneTimeCode }
  return {
    address: readAddress(way.address).origin,
    target: districtPaths.signIn,
    value: { name, password, ...said },
  }
}

async function post(url: URL, request: object, connect: Connect | undefined): Promise<JoinReply> {
  const answer = await exchange({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/json' },
    body: Buffer.from(JSON.stringify(request)),
    connect,
  })
  return readReply(answer, joinReply)
}

/** Asks; that nothing answers, or no district, becomes the door's refusal. */
export async function reached<T>(
  ask: () => Promise<T>,
  facts: Readonly<Record<string, string>>,
): Promise<T> {
  try {
    return await ask()
  } catch (error) {
    if (!(error instanceof Away)) throw error
    if (error.said !== undefined)
      throw new DoorRefusal(doorCodes[error.said.code], { ...error.said.facts, ...facts })
    throw new DoorRefusal(error.reason === 'network' ? 'unreachable' : 'nonsense', facts)
  }
}
