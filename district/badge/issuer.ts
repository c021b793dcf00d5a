import {
  didKey,
  didKeyDocument,
  didKeyVerificationMethod,
  didWebDocument,
  didWebToUrl,
  urlToDidWeb,
} from 'open-badges-validator-core/did'
import type { JsonObject } from 'open-badges-validator-core/issue'
import { activeIn } from '../keys/register.ts'
import type { IssuerKey } from '../keys/secrets.ts'

/** Who signs the district's badges, as verifiers will know it. */
export interface Issuer {
  readonly did: string
  /** `did:…#…` of the key that signs. */
  readonly verificationMethod: string
  readonly document: JsonObject
  /** Where the document is served; nowhere for a did:key, which is its own document. */
  readonly url: string | undefined
}

/**
 * The issuer of the district's keys: did:web where it has an HTTPS address of its own, else did:key. Throws where the
 * address is none that a did:web can name.
 */
export function issuerOf(keys: readonly IssuerKey[], publicUrl: string | undefined): Issuer {
  const active = activeIn(keys)
  if (publicUrl === undefined) {
    const did = didKey(active.publicKey)
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
    verificationMethod: `${did}#${active.id}`,
    document: didWebDocumentOf(did, keys),
    url: url.value,
  }
}

/**
 * The document of a did:web: every key that ever signed, so that what it signed can be checked for ever. One that was
 * given up stays there too, with since when, and asserts nothing.
 */
export function didWebDocumentOf(did: string, keys: readonly IssuerKey[]): JsonObject {
  return didWebDocument(
    did,
    keys.map(({ id, publicKey, compromisedFrom }) => ({
      fragment: id,
      publicKey,
      ...(compromisedFrom === undefined
        ? {}
        : { revoked: new Date(compromisedFrom).toISOString() }),
    })),
  )
}
