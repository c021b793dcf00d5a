import { didWebToUrl } from '../did/did-web.ts'
import type { JsonObject } from '../json/value.ts'
import { emptyBundle, type TrustBundle } from '../verify/trust-bundle.ts'
import type { JwtSigner } from './jwt-signer.ts'

/** The document in which an issuer that is no key itself will name this one (Controlled Identifiers 1.0, section 2). */
export function controllerDocument({
  kid,
  publicJwk,
}: Pick<JwtSigner, 'kid' | 'publicJwk'>): JsonObject {
  const [id = ''] = kid.split('#')
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/jwk/v1'],
    id,
    verificationMethod: [
      { id: kid, type: 'JsonWebKey', controller: id, publicKeyJwk: { ...publicJwk, kid } },
    ],
    assertionMethod: [kid],
  }
}

/** What a signer's own badges are checked against before they leave: the issuer's document as it will be published. */
export function ownKeyDocument(signer: JwtSigner, at: number): TrustBundle {
  const [id = ''] = signer.kid.split('#')
  const url = didWebToUrl(id)
  if (id.startsWith('did:') && !url.ok) return emptyBundle
  const document = { content: controllerDocument(signer), fetchedAt: at, source: 'own key' }
  return {
    name: 'self-check',
    documents: new Map([[url.ok ? url.value : id, document]]),
    issuers: [],
  }
}
