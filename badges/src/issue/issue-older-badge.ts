import { BadgeError } from '../badge-error.ts'
import { signedJws } from './issue-jwt-badge.ts'
import type { JwtSigner } from './jwt-signer.ts'
import { olderKey, type OlderBadge, type OlderPlaces } from './older-badge.ts'
import { publicPem } from './public-pem.ts'
import { selfChecked } from './self-check.ts'

/**
 * Signs an Open Badge 2.0 as a JWS (OB 2.0 #SignedBadge, RS256 as it recommends), and verifies it with our own verifier
 * against the documents as they will be served.
 *
 * @param created epoch ms.
 * @returns the JWS, and the key's document to serve at `places.key`.
 * @throws BadgeError MALFORMED_VALUE_ERROR for a hosted badge or another kind of key, SELF_CHECK_FAILED.
 */
export async function issueOlderBadge(
  older: OlderBadge,
  places: OlderPlaces,
  signer: JwtSigner,
  created: number,
) {
  if (places.key === undefined || signer.alg !== 'RS256')
    throw new BadgeError(
      'MALFORMED_VALUE_ERROR',
      'A signed 2.0 badge needs an RSA key and its address.',
      {
        alg: signer.alg,
      },
    )
  const key = olderKey(places, await publicPem(signer.publicJwk))
  const jws = await signedJws({ alg: signer.alg }, older.assertion, signer)
  const served = [older.badge, older.issuer, key]
  const documents = new Map(
    served.map(content => [
      String(content['id']),
      { content, fetchedAt: created, source: 'own documents' },
    ]),
  )
  await selfChecked(jws, created, { name: 'self-check', documents, issuers: [] })
  return { jws, key }
}
