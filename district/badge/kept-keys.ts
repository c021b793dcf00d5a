import type { BundleFile } from 'open-badges-validator-core/bundle/build'
import { didKey, didKeyVerificationMethod, ed25519Multikey } from 'open-badges-validator-core/did'
import type { Secrets } from '../keys/secrets.ts'

/**
 * What the trust bundle says of the keys that sign no more. One that was retired stays good for what it signed, and for
 * nothing from before it was made. One that was given up is so under every name it ever had: a date in a badge is whatever
 * the thief wrote, so nothing that rests on it is believed, and the district has signed its own badges again.
 */
export function keptKeys({ issuer }: Pick<Secrets, 'issuer'>, source: string): BundleFile['keys'] {
  return issuer
    .filter(({ state }) => state !== 'active')
    .map(({ publicKey, madeAt, retiredAt, compromisedFrom, compromisedAt }) => {
      const did = didKey(publicKey)
      return {
        method: {
          id: didKeyVerificationMethod(did),
          type: 'Multikey',
          controller: did,
          publicKeyMultibase: ed25519Multikey(publicKey),
        },
        ...(madeAt === undefined ? {} : { from: madeAt }),
        ...(compromisedFrom === undefined ? {} : { revoked: compromisedFrom }),
        fetchedAt: compromisedAt ?? retiredAt ?? madeAt ?? 0,
        source,
      }
    })
}
