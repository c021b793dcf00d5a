import { bytesOfBase64url } from '../bytes/base64url.ts'
import { textOfUtf8 } from '../bytes/text.ts'
import { parseJson } from '../json/parse.ts'
import { isObject, type JsonObject } from '../json/value.ts'
import { didJwkCharactersMax } from '../limits.ts'

const prefix = 'did:jwk:'

/**
 * @param did `did:jwk:…` without a fragment (did:jwk method, section "Read").
 * @returns the JWK that it is, not yet looked at, or null where it is none.
 */
export function jwkOfDidJwk(did: string): JsonObject | null {
  if (!did.startsWith(prefix) || did.length > didJwkCharactersMax) return null
  const bytes = bytesOfBase64url(did.slice(prefix.length))
  const text = bytes === null ? null : textOfUtf8(bytes)
  const parsed = text === null ? null : parseJson(text)
  return parsed?.ok === true && isObject(parsed.value) ? parsed.value : null
}

/** @returns the only verification method a did:jwk has. */
export function didJwkVerificationMethod(did: string): string {
  return `${did}#0`
}
