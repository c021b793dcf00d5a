import {
  didKey,
  didKeyDocument,
  didKeyVerificationMethod,
  didWebDocument,
  didWebToUrl,
  urlToDidWeb,
} from 'open-badges-validator-core/did'
import { publicKeyOf } from 'open-badges-validator-core/issue'
import type { JsonObject } from 'open-badges-validator-core/issue'

/** Who signs the district's badges, as verifiers will know it. */
export interface Issuer {
  readonly did: string
  /** `did:…#…` of the key that signs. */
  readonly verificationMethod: string
  readonly document: JsonObject
  /** Where the document is served; nowhere for a did:key, which is its own document. */
  readonly url: string | undefined
}

/** The name of the first key within a did:web document; a later one gets the next number. */
const fragment = 'key-1'

/**
 * The issuer of a key: did:web where the district has an HTTPS address of its own, else did:key. Throws where the
 * address is none that a did:web can name.
 */
export function issuerOf(secretKey: Uint8Array, publicUrl: string | undefined): Issuer {
  const publicKey = publicKeyOf(secretKey)
  if (publicUrl === undefined) {
    const did = didKey(publicKey)
    const document = didKeyDocument(did)
    if (document === null) throw new Error('a did:key has a document')
    return {
      did,
      verificationMethod: didKeyVerificationMethod(did),
      document,
      url: undefined,
    }
  }
  const named = urlToDidWeb(publicUrl)
  if (!named.ok) throw new TypeError('no did:web for this address')
  const did = named.value
  const url = didWebToUrl(did)
  if (!url.ok) throw new TypeError('no did:web for this address')
  return {
    did,
    verificationMethod: `${did}#${fragment}`,
    document: didWebDocument(did, [{ fragment, publicKey }]),
    url: url.value,
  }
}
