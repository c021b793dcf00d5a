import {
  isObject,
  listOf,
  textsOf,
  valueAt,
  type JsonObject,
  type JsonValue,
} from '../json/value.ts'

const contextV1 = 'https://www.w3.org/2018/credentials/v1'
const contextV2 = 'https://www.w3.org/ns/credentials/v2'

/**
 * The credential that a JWT says. In the older shape (`vc`), members may stand only among the claims
 * (VCDM 1.1 section 6.3.1 "JWT Decoding"); in both, `exp` sets the end (OB 3.0 #jwt-proof). What the
 * credential says itself is left as it is: whether both say the same is a check of its own.
 */
export function withClaims(document: JsonObject, payload: JsonObject): JsonObject {
  const [first] = textsOf(valueAt(document, '@context'))
  if (first !== contextV1 && first !== contextV2) return document
  const names =
    first === contextV1 ? ['issuanceDate', 'expirationDate'] : ['validFrom', 'validUntil']
  const [from = '', until = ''] = names
  const isOlderShape = document !== payload
  const claims: readonly (readonly [string, JsonValue | undefined])[] = [
    [until, dateOf(valueAt(payload, 'exp'))],
    ...(isOlderShape
      ? ([
          [from, dateOf(valueAt(payload, 'nbf'))],
          ['id', valueAt(payload, 'jti')],
          ['issuer', valueAt(payload, 'iss')],
          ['credentialSubject', subjectOf(document, valueAt(payload, 'sub'))],
        ] as const)
      : []),
  ]
  const added = claims.flatMap(([name, value]): readonly (readonly [string, JsonValue])[] =>
    value !== undefined && isMissing(document, name) ? [[name, value]] : [],
  )
  return added.length === 0 ? document : { ...document, ...Object.fromEntries(added) }
}

/** The one thing that is there and may still lack something is the subject. */
function isMissing(document: JsonObject, name: string): boolean {
  const value = valueAt(document, name)
  return value === undefined || (name === 'credentialSubject' && oneOf(value) !== null)
}

function subjectOf(document: JsonObject, sub: JsonValue | undefined): JsonValue | undefined {
  const subject = oneOf(valueAt(document, 'credentialSubject'))
  if (typeof sub !== 'string' || subject === null) return undefined
  return valueAt(subject, 'id') === undefined ? { ...subject, id: sub } : undefined
}

/** @returns the one subject there is, also where it stands in a list; `sub` cannot mean one of several. */
function oneOf(subjects: JsonValue | undefined): JsonObject | null {
  const [subject, ...others] = listOf(subjects)
  return isObject(subject) && others.length === 0 ? subject : null
}

/** @returns a NumericDate (RFC 7519 section 2) as RFC 3339 text, or nothing where it is no time. */
function dateOf(seconds: JsonValue | undefined): string | undefined {
  if (typeof seconds !== 'number' || Math.abs(seconds) > 8e12) return undefined
  return new Date(seconds * 1000).toISOString()
}
