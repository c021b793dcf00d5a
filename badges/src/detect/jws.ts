import { bytesOfBase64url } from '../bytes/base64url.ts'
import { textOfUtf8, utf8 } from '../bytes/text.ts'
import { parseJson } from '../json/parse.ts'
import { isObject, valueAt, type JsonObject } from '../json/value.ts'
import { found, refused, type Result } from '../refusal.ts'
import { withClaims } from './jwt-credential.ts'

/** A compact JWS taken apart (RFC 7515 section 3.1); nothing in it has been verified. */
export interface Jws {
  readonly header: JsonObject
  readonly payload: JsonObject
  /** Null where the third part is not strict base64url: then nothing can have been signed so. */
  readonly signature: Uint8Array | null
  /** The bytes that were signed: both first parts with their point. */
  readonly signed: Uint8Array
}

/** @returns true for text of the shape `a.b.c`, which is a JWS or nothing else we know. */
export function looksLikeJws(text: string): boolean {
  return /^[A-Za-z0-9_-]+=*\.[A-Za-z0-9_-]*=*\.[A-Za-z0-9_-]*=*$/.test(text)
}

/** @returns the parts, or PARSING_ERROR, TOO_LARGE, TOO_DEEP, DUPLICATE_KEY, PROTOTYPE_KEY. */
export function readJws(text: string): Result<Jws> {
  const [first = '', second = '', third = ''] = text.split('.')
  const header = readPart(first, 'header')
  if (!header.ok) return header
  const payload = readPart(second, 'payload')
  if (!payload.ok) return payload
  const signed = utf8(`${first}.${second}`)
  const signature = bytesOfBase64url(third)
  return found({ header: header.value, payload: payload.value, signature, signed })
}

/**
 * @returns the credential inside a payload: the payload itself (VCDM 2.0, Open Badges 2.0), or its
 * `vc` or `vp` claim (VCDM 1.1), with what only the claims say.
 */
export function documentOfPayload(payload: JsonObject): JsonObject {
  if (valueAt(payload, 'type') !== undefined) return withClaims(payload, payload)
  const inner = valueAt(payload, 'vc') ?? valueAt(payload, 'vp')
  return isObject(inner) ? withClaims(inner, payload) : payload
}

function readPart(part: string, name: string): Result<JsonObject> {
  const bytes = bytesOfBase64url(part)
  const text = bytes === null ? null : textOfUtf8(bytes)
  if (text === null) return refused('PARSING_ERROR', { part: name })
  const value = parseJson(text)
  if (!value.ok) return value
  return isObject(value.value) ? found(value.value) : refused('PARSING_ERROR', { part: name })
}
