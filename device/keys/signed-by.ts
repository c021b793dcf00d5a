import type { Purpose, Signed } from '../../core/kit/signed.ts'
import { textToSign } from '../../core/kit/signed.ts'
import { DoorRefusal } from '../door/refused.ts'
import type { Place } from '../place/place.ts'

/** A document signed by this computer, as the core reads it. Throws the door's refusal `key_lost`. */
export function signedBy(
  { key, store }: Pick<Place, 'key' | 'store'>,
  purpose: Purpose,
  document: string,
): Signed {
  if (key === undefined) throw new DoorRefusal('key_lost')
  return {
    device: store.standing().actor.device,
    publicKey: Buffer.from(key.publicKey, 'base64url').toString('hex'),
    signature: key.sign(textToSign(purpose, document)).toString('hex'),
  }
}
