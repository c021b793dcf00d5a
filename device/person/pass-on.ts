import type { DoorErrorCode } from '../../contract/device/door.ts'
import type { DistrictError } from '../../contract/sync/join.ts'
import { accountReply, accountRequest } from '../../contract/sync/account.ts'
import {
  answerDeviceRequest,
  devicesReply,
  invitationReply,
  invitationRequest,
  nameDeviceRequest,
  revokeDeviceRequest,
} from '../../contract/sync/join.ts'
import { beingReadReply } from '../../contract/sync/being-read.ts'
import { healthReply } from '../../contract/sync/health.ts'
import { doorLimits } from '../../contract/device/requests.ts'
import { districtPaths } from '../../contract/sync/version.ts'
import { z } from 'zod'
import { json } from '../door/answer.ts'
import { readJson } from '../door/body.ts'
import { DoorRefusal } from '../door/refused.ts'
import type { Place } from '../place/place.ts'
import { noteComputerNames } from './computer-names.ts'
import { Away } from '../sync/away.ts'
import type { Line } from '../sync/line.ts'

/** What a person asks the district about computers, sign-ins and the record's health, passed on with this device's signature. */
export async function passOn(place: Place, path: string, request: Request): Promise<Response> {
  const line = place.sync.line()
  if (line === undefined) throw new DoorRefusal('not_allowed', { needs: 'district' })
  try {
    return json(await asked(place, line, `${request.method} ${path}`, request))
  } catch (error) {
    if (!(error instanceof Away)) throw error
    throw refusalOf(error, line.address)
  }
}

async function asked(place: Place, line: Line, what: string, request: Request): Promise<unknown> {
  const most = doorLimits.jsonBytesMax
  switch (what) {
    case 'GET /devices':
      return line.ask({ method: 'GET', target: districtPaths.devices }, devicesReply)
    case 'GET /devices/own': {
      const target = districtPaths.ownDevices
      const told = await line.ask({ method: 'GET', target }, devicesReply)
      noteComputerNames(place, told.devices)
      return told
    }
    case 'POST /devices/own': {
      const value = await readJson(request, nameDeviceRequest, most)
      const target = districtPaths.ownDevices
      const done = await line.ask({ method: 'POST', target, value }, z.object({}))
      noteComputerNames(place, [value])
      return done
    }
    case 'GET /health':
      return line.ask({ method: 'GET', target: districtPaths.health }, healthReply)
    case 'GET /being-read':
      return line.ask({ method: 'GET', target: districtPaths.beingRead }, beingReadReply)
    case 'POST /invitations': {
      const value = await readJson(request, invitationRequest, most)
      const target = districtPaths.invitations
      return line.ask({ method: 'POST', target, value }, invitationReply)
    }
    case 'POST /devices/revoke': {
      const value = await readJson(request, revokeDeviceRequest, most)
      const target = districtPaths.revocations
      return line.ask({ method: 'POST', target, value }, z.object({}))
    }
    case 'GET /account':
      return line.ask({ method: 'GET', target: districtPaths.account }, accountReply)
    case 'POST /account': {
      const value = await readJson(request, accountRequest, most)
      const target = districtPaths.account
      return line.ask({ method: 'POST', target, value }, accountReply)
    }
    case 'POST /resets': {
      const value = await readJson(request, invitationRequest, most)
      const target = districtPaths.resets
      return line.ask({ method: 'POST', target, value }, invitationReply)
    }
    case 'POST /devices/answer': {
      const value = await readJson(request, answerDeviceRequest, most)
      const target = districtPaths.answers
      return line.ask({ method: 'POST', target, value }, z.object({}))
    }
    default:
      throw new DoorRefusal('not_found')
  }
}

const doorCodes: Readonly<Partial<Record<DistrictError['code'], DoorErrorCode>>> = {
  not_allowed: 'not_allowed',
  not_found: 'not_allowed',
  device_revoked: 'device_revoked',
  waits: 'waits',
  sign_in_wrong: 'sign_in_wrong',
  one_time_code_needed: 'one_time_code_needed',
  one_time_code_wrong: 'one_time_code_wrong',
  name_taken: 'name_taken',
  too_many_tries: 'too_many_tries',
  device_unknown: 'device_revoked',
  upgrade: 'upgrade',
}

function refusalOf({ said, reason }: Away, address: string): DoorRefusal {
  if (said?.code === 'password_weak')
    return new DoorRefusal(
      said.facts?.['why'] === 'short' ? 'password_short' : 'password_common',
      said.facts,
    )
  const code = said === undefined ? undefined : doorCodes[said.code]
  if (code !== undefined) return new DoorRefusal(code, said?.facts)
  return new DoorRefusal(reason === 'network' ? 'unreachable' : 'nonsense', { address })
}
