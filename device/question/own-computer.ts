import { sha256Text } from '../../core/kit/canonical.ts'
import { submitClaim } from '../../core/claim/submit.ts'
import type { DeviceStore } from '../../db/device-store/open.ts'
import type { OwnComputer } from '../../db/query.ts'
import type { DeviceKey } from '../keys/device-key.ts'
import { computerNames } from '../person/computer-names.ts'

/** This computer, as it knows itself: its key, and what it signed and sent. */
export function ownComputer(store: DeviceStore, key: DeviceKey | undefined): OwnComputer {
  return {
    device: store.standing().actor.device,
    names: computerNames(store),
    publicKey: key && Buffer.from(key.publicKey, 'base64url').toString('hex'),
    sent: claim =>
      store.acknowledged(submitClaim.name).flatMap(input => {
        const read = submitClaim.input.safeParse(input)
        return read.success && read.data.claim === claim ? [sha256Text(read.data.manifest)] : []
      }),
  }
}
