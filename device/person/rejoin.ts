import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { joinReply, rejoinText } from '../../contract/sync/join.ts'
import { textToSign } from '../../core/kit/signed.ts'
import type { DeviceStore } from '../../db/device-store/open.ts'
import { DoorRefusal } from '../door/refused.ts'
import { deviceKeyFrom, madePrivateKey } from '../keys/device-key.ts'
import type { KeyPlace } from '../keys/key-file.ts'
import { readAbout, writeAbout } from '../place/about.ts'
import { keeping } from '../place/act.ts'
import type { Place } from '../place/place.ts'
import { deviceNameBytes } from '../place/records.ts'
import { recordsId, setRecordsId } from '../place/records-id.ts'
import type { Way } from './enter.ts'
import { districtIdOf, enter } from './enter.ts'
import { noteWait } from './wait.ts'

/**
 * What is kept from the moment at which this computer asks to be let in again until it has its new name and key: an
 * answer that is lost, or a program that ends in between, leaves nothing half. It lies in the records, sealed with them.
 */
const rejoiningSchema = z.object({
  device: z.string(),
  /** PKCS #8, base64. */
  privateKey: z.string(),
  let: z.object({ address: z.string(), reply: joinReply }).optional(),
})
type Rejoining = z.infer<typeof rejoiningSchema>

const place = 'rejoining'

/**
 * Asks to be let in again where the district sent this computer away, or its key is gone, as the same person and under a
 * new name. The caller then opens the folder anew (`finishRejoining`). Throws the door's refusal; then all is as it was.
 */
export async function rejoinDistrict(open: Place, way: Way, deviceName: string): Promise<void> {
  const { store } = open
  if (open.readOnly !== undefined) throw new DoorRefusal('read_only')
  const { district } = readAbout(store)
  const { away } = open.sync.state()
  if (district === undefined || (away !== 'revoked' && away !== 'key'))
    throw new DoorRefusal('not_allowed', { needs: 'sent away' })
  const rejoining = readRejoining(store) ?? keeping(() => begun(store))
  const key = deviceKeyFrom(Buffer.from(rejoining.privateKey, 'base64'))
  if (key === undefined) throw new DoorRefusal('key_lost')
  const { device } = rejoining
  const { publicKey } = key
  const signature = open.key?.sign(textToSign('rejoin', rejoinText({ device, publicKey })))
  const before = {
    device: store.standing().actor.device,
    ...(signature === undefined ? {} : { signature: signature.toString('hex') }),
  }
  const computer = { device, publicKey, deviceName, before }
  const entered = await enter(way, computer, districtIdOf(district.epoch))
  if (entered.reply.person !== district.person) throw new DoorRefusal('other_person')
  keeping(() => write(store, { ...rejoining, let: entered }))
}

/** Takes the new name and key, once the district has let this computer in; each step may be done again. */
export function finishRejoining(store: DeviceStore, keyPlace: KeyPlace): void {
  const rejoining = readRejoining(store)
  if (rejoining?.let === undefined) return
  const { device, privateKey } = rejoining
  const { address, reply } = rejoining.let
  const { district: name, epoch, person, roles, trustKey } = reply
  const before = readAbout(store).district
  setRecordsId(store, recordsId(store))
  store.rejoin({ actor: { device, person, roles }, isNewLife: before?.epoch !== epoch })
  writeAbout(store, { district: { name, address, epoch, person, roles, trustKey } })
  noteWait(store, reply.waitsUntil)
  keyPlace.write(Buffer.from(privateKey, 'base64'))
  store.setMeta(place, '')
}

function begun(store: DeviceStore): Rejoining {
  const rejoining: Rejoining = {
    device: randomBytes(deviceNameBytes).toString('hex'),
    privateKey: Buffer.from(madePrivateKey()).toString('base64'),
  }
  write(store, rejoining)
  return rejoining
}

const write = (store: DeviceStore, rejoining: Rejoining): void =>
  store.setMeta(place, JSON.stringify(rejoining))

function readRejoining(store: DeviceStore): Rejoining | undefined {
  const stored = store.meta(place) ?? ''
  return stored === '' ? undefined : rejoiningSchema.parse(JSON.parse(stored))
}
