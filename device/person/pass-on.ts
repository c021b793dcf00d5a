import {
  devicesReply,
  invitationReply,
  invitationRequest,
  revokeDeviceRequest,
} from '../../contract/sync/join.ts'
import { doorLimits } from '../../contract/device/requests.ts'
import { districtPaths } from '../../contract/sync/version.ts'
import { z } from 'zod'
import { json } from '../door/answer.ts'
import { readJson } from '../door/body.ts'
import { DoorRefusal } from '../door/refused.ts'
import type { Place } from '../place/place.ts'
import { Away } from '../sync/away.ts'
import type { Line } from '../sync/line.ts'

/** What an administrator asks the district about devices, passed on with this device's signature. */
export async function passOn(place: Place, path: string, request: Request): Promise<Response> {
  const line = place.sync.line()
  if (line === undefined) throw new DoorRefusal('not_allowed', { needs: 'district' })
  try {
    return json(await asked(line, `${request.method} ${path}`, request))
  } catch (error) {
    if (!(error instanceof Away)) throw error
    throw refusalOf(error, line.address)
  }
}

async function asked(line: Line, what: string, request: Request): Promise<unknown> {
  const most = doorLimits.jsonBytesMax
  switch (what) {
    case 'GET /devices':
      return line.ask({ method: 'GET', target: districtPaths.devices }, devicesReply)
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
    default:
      throw new DoorRefusal('not_found')
  }
}

function refusalOf(away: Away, address: string): DoorRefusal {
  switch (away.said?.code) {
    case 'not_allowed':
    case 'not_found':
      return new DoorRefusal('not_allowed')
    case 'device_revoked':
    case 'device_unknown':
      return new DoorRefusal('device_revoked')
    case 'upgrade':
      return new DoorRefusal('upgrade')
    default:
      return new DoorRefusal(away.reason === 'network' ? 'unreachable' : 'nonsense', { address })
  }
}
