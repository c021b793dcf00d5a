import type { Rec } from '../kit/record-type.ts'
import type { DeviceKey } from '../person/device-key.ts'
import { signerFault } from '../person/signer.ts'
import { isAsSigned } from './is-as-signed.ts'
import { sha256Text } from '../kit/canonical.ts'
import type { Attempt, Claim } from './record.ts'
import { isOfTrial } from './trial-manifest.ts'

/**
 * What became of what a person sent: `same` · `changed` an attempt is not what was signed · `lost` an attempt that this
 * very computer sent is not there as it went · `key` an attempt stands under a key that is not its computer's.
 */
export type SinceSent = 'same' | 'changed' | 'lost' | 'key'

/** What a computer knows of itself, whatever the district says. */
export interface OwnSigning {
  readonly device: string
  /** Hex; absent where its key can't be read. */
  readonly publicKey: string | undefined
  /** SHA-256 (hex) of the manifests that it sent for this claim and that the district took. */
  readonly manifests: readonly string[]
}

/** Compares a claim in the record with what its own person's computer knows. Signed by another of theirs: by the register. */
export function sinceSent(
  { id, body }: Pick<Rec<Claim>, 'id' | 'body'>,
  own: OwnSigning,
  keys: readonly Rec<DeviceKey>[],
): SinceSent {
  // The hash that stands beside a manifest in the record is the district's word; the text is hashed here.
  const there = new Set(body.attempts.map(attempt => sha256Text(attempt.manifest)))
  if (own.manifests.some(manifest => !there.has(manifest))) return 'lost'
  // Trial versions signed less: theirs can't be compared, and a false alarm would be worse than none.
  const isWhole = (attempt: Attempt) =>
    isAsSigned(id, body, attempt) || isOfTrial(id, body, attempt)
  if (!body.attempts.every(isWhole)) return 'changed'
  const isForeign = ({ signed, submittedAt }: Attempt) => {
    if (signed.device === own.device && own.publicKey !== undefined)
      return signed.publicKey !== own.publicKey
    const code = signerFault(
      { what: 'manifest', by: signed, person: body.owner, signedAt: submittedAt },
      keys,
    )?.code
    return code === 'signer_changed' || code === 'signer_wrong'
  }
  return body.attempts.some(isForeign) ? 'key' : 'same'
}
