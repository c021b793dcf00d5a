import { BadgeError } from '../badge-error.ts'
import { base64url } from '../bytes/base64url.ts'
import { utf8 } from '../bytes/text.ts'
import { idOf, isList, textOf, valueAt, type JsonObject, type JsonValue } from '../json/value.ts'
import { epochMsOf } from '../verify/date-time.ts'
import type { JwtSigner } from './jwt-signer.ts'
import { ownKeyDocument } from './own-key-document.ts'
import { selfChecked } from './self-check.ts'

/** What is issued as a JWT, and by whom. */
export interface IssueJwtOptions {
  /** A complete credential of the VC data model 2.0, without a proof. */
  readonly credential: JsonObject
  readonly signer: JwtSigner
  /** Time of signing, epoch ms: our own verifier judges it as of then. */
  readonly created: number
}

/**
 * Signs a credential as a VC-JWT (OB 3.0 #jwt-proof): the payload is the credential, with the claims that repeat it.
 * Verified by our own verifier before it is handed out.
 *
 * @returns the compact JWS: that text is the badge.
 * @throws BadgeError MALFORMED_VALUE_ERROR for a credential that has a proof or no claims to make, SELF_CHECK_FAILED.
 */
export async function issueJwtBadge(options: IssueJwtOptions): Promise<string> {
  const { credential, signer, created } = options
  if (credential['proof'] !== undefined)
    throw new BadgeError('MALFORMED_VALUE_ERROR', 'The credential has a proof already.', {})
  const jws = await signedJws(
    { alg: signer.alg, typ: 'JWT', kid: signer.kid },
    { ...credential, ...claimsOf(credential) },
    signer,
  )
  await selfChecked(jws, created, ownKeyDocument(signer, created))
  return jws
}

/** @returns a compact JWS (RFC 7515 section 7.1). */
export async function signedJws(
  header: JsonObject,
  payload: JsonObject,
  signer: JwtSigner,
): Promise<string> {
  const part = (value: JsonValue) => base64url(utf8(JSON.stringify(value)))
  const signed = `${part(header)}.${part(payload)}`
  return `${signed}.${base64url(await signer.sign(utf8(signed)))}`
}

/** `iss`, `sub`, `jti`, `nbf` and `exp`: what a reader of plain JWTs goes by, equal to the credential to the second. */
function claimsOf(credential: JsonObject): JsonObject {
  const subject = valueAt(credential, 'credentialSubject')
  const iss = idOf(valueAt(credential, 'issuer'))
  const jti = textOf(valueAt(credential, 'id'))
  const nbf = secondsOf(valueAt(credential, 'validFrom'))
  const exp = secondsOf(valueAt(credential, 'validUntil'))
  const sub = isList(subject) ? null : idOf(subject)
  if (iss === null || jti === null || nbf === null)
    throw new BadgeError(
      'MALFORMED_VALUE_ERROR',
      'A JWT badge needs an issuer, an id and a first day.',
      {},
    )
  return {
    iss,
    jti,
    nbf,
    ...(sub === null ? {} : { sub }),
    ...(exp === null ? {} : { exp }),
  }
}

function secondsOf(date: JsonValue | undefined): number | null {
  const ms = epochMsOf(textOf(date) ?? '')
  return ms === null ? null : Math.floor(ms / 1000)
}
