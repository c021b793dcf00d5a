import { randomBytes } from 'node:crypto'
import { publicKeyOfMultikey } from 'open-badges-validator-core/did'
import type { AboutReply, AtAddressAsked } from '../../contract/sync/join.ts'
import { atAddressText } from '../../contract/sync/join.ts'
import { protocol } from '../../contract/sync/version.ts'
import { isSigned } from '../../core/kit/signed.ts'
import { DoorRefusal } from '../door/refused.ts'
import { readAbout } from '../place/about.ts'
import { keeping } from '../place/act.ts'
import type { Place } from '../place/place.ts'
import { askAbout } from '../sync/ask-about.ts'
import { districtIdOf, reached } from './enter.ts'
import { readAddress } from './read-invitation.ts'

/** Bytes of randomness in a question that is asked once. */
const nonceBytes = 24

/**
 * The district answers at another address from now on, as its person says. Asked there first, and believed only where
 * the key answers that this computer has held on to since it joined: nothing of the person's, and nothing signed, goes to
 * a stranger. Throws the door's refusal; then all is as it was.
 */
export async function goToAnotherAddress(place: Place, typed: string): Promise<void> {
  if (place.readOnly !== undefined) throw new DoorRefusal('read_only')
  const { district } = readAbout(place.store)
  if (district === undefined) throw new DoorRefusal('not_allowed', { needs: 'district' })
  const { origin } = readAddress(typed)
  const asked = { nonce: randomBytes(nonceBytes).toString('base64url'), origin }
  const facts = { address: origin }
  const { connect } = place.parts
  const about = await reached(() => askAbout(origin, connect, undefined, asked), facts)
  if (districtIdOf(about.epoch) !== districtIdOf(district.epoch))
    throw new DoorRefusal('other_district', facts)
  if (!isShown(about, asked, district.trustKey)) throw new DoorRefusal('not_shown', facts)
  if (about.protocolOldest > protocol) throw new DoorRefusal('upgrade')
  keeping(() => place.moveTo(origin))
}

/** Whether the answer is of who has the district's key, and for this very question. */
function isShown(
  { epoch, proof }: AboutReply,
  asked: AtAddressAsked,
  trustKey: string | undefined,
): boolean {
  const key = trustKey === undefined ? null : publicKeyOfMultikey(trustKey)
  if (key === null || proof === undefined) return false
  const publicKey = Buffer.from(key.bytes).toString('hex')
  return isSigned('at-address', atAddressText(asked, epoch), { publicKey, signature: proof })
}
