import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { NewComputer } from '../../contract/sync/join.ts'
import { joinReply, rejoinText } from '../../contract/sync/join.ts'
import { textToSign } from '../../core/kit/signed.ts'
import type { DeviceStore } from '../../db/device-store/open.ts'
import { DoorRefusal } from '../door/refused.ts'
import type { DeviceKey } from '../keys/device-key.ts'
import { deviceKeyFrom, madePrivateKey } from '../keys/device-key.ts'
import type { KeyPlace } from '../keys/key-file.ts'
import { readAbout, writeAbout } from '../place/about.ts'
import { deviceNameBytes } from '../place/device-name.ts'
import { recordsId, setRecordsId } from '../place/records-id.ts'
import { forgetSent } from '../sync/sent-mark.ts'
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
export type Rejoining = z.infer<typeof rejoiningSchema>

const place = 'rejoining'

/** Takes the new name and key, once the district has let this computer in; each step may be done again. */
export function finishRejoining(store: DeviceStore, keyPlace: KeyPlace): void {
  const rejoining = readRejoining(store)
  if (rejoining?.let === undefined) return
  const { device, privateKey } = rejoining
  const { address, reply } = rejoining.let
  const { district: name, epoch, person, roles, trustKey } = reply
  const before = readAbout(store).district
  setRecordsId(store, recordsId(store))
  const isNewLife = before?.epoch !== epoch
  if (isNewLife) forgetSent(store)
  store.rejoin({ actor: { device, person, roles }, isNewLife })
  writeAbout(store, { district: { name, address, epoch, person, roles, trustKey } })
  noteWait(store, reply.waitsUntil)
  keyPlace.write(Buffer.from(privateKey, 'base64'))
  store.setMeta(place, '')
}

/** Begins: a new name and a new key, kept before anybody is asked. */
export function beginRejoining(store: DeviceStore): Rejoining {
  const rejoining: Rejoining = {
    device: randomBytes(deviceNameBytes).toString('hex'),
    privateKey: Buffer.from(madePrivateKey()).toString('base64'),
  }
  writeRejoining(store, rejoining)
  return rejoining
}

/**
 * What a computer says of itself that comes back: its new name and key, and its old name, with the old key's word for it
 * where that key is still there. Throws the door's refusal.
 */
export function comingBack(
  rejoining: Rejoining,
  oldDevice: string,
  oldKey: DeviceKey | undefined,
): Pick<NewComputer, 'device' | 'publicKey' | 'before'> {
  const key = deviceKeyFrom(Buffer.from(rejoining.privateKey, 'base64'))
  if (key === undefined) throw new DoorRefusal('key_lost')
  const { device } = rejoining
  const { publicKey } = key
  const signature = oldKey?.sign(textToSign('rejoin', rejoinText({ device, publicKey })))
  const signed = signature === undefined ? {} : { signature: signature.toString('hex') }
  return { device, publicKey, before: { device: oldDevice, ...signed } }
}

/** Keeps how far it has come. */
export const writeRejoining = (store: DeviceStore, rejoining: Rejoining): void =>
  store.setMeta(place, JSON.stringify(rejoining))

/** What is under way; `undefined`: nothing. */
export function readRejoining(store: DeviceStore): Rejoining | undefined {
  const stored = store.meta(place) ?? ''
  return stored === '' ? undefined : rejoiningSchema.parse(JSON.parse(stored))
}
