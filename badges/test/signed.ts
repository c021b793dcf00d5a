import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { base58btc } from '../src/bytes/multibase.ts'
import { utf8 } from '../src/bytes/text.ts'
import { keyOfJwk } from '../src/jose/jose-key.ts'
import { multikeyOf } from '../src/jose/key-of-multikey.ts'
import { canonicalJson } from '../src/json/jcs.ts'
import { isObject, type JsonObject, type JsonValue } from '../src/json/value.ts'
import { canonicalise, type Digest } from '../src/json-ld/canonicalise.ts'
import { digestOf, proofHash } from '../src/json-ld/proof-hash.ts'
import type { Result } from '../src/refusal.ts'

/** Key pairs of every kind a badge may be signed with, made anew for each run by Node's own code. */
export const pairs = {
  rsa: generateKeyPairSync('rsa', { modulusLength: 2048 }),
  p256: generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  p384: generateKeyPairSync('ec', { namedCurve: 'P-384' }),
  ed25519: generateKeyPairSync('ed25519'),
}
export type Pair = keyof typeof pairs

/** @returns the public key as a JWK. */
export function jwkOf(pair: Pair, publicKey: KeyObject = pairs[pair].publicKey): JsonObject {
  const jwk: JsonValue = JSON.parse(JSON.stringify(publicKey.export({ format: 'jwk' })))
  if (!isObject(jwk)) throw new TypeError('no JWK')
  return jwk
}

/** @returns the public key as a Multikey: any pair but RSA. */
export function multikey(pair: Exclude<Pair, 'rsa'>): string {
  const text = multikeyOf(valueOf(keyOfJwk(jwkOf(pair))))
  if (text === null) throw new TypeError('no Multikey')
  return text
}

/** @returns a did:key of a pair, and its only verification method. */
export function didKeyOf(pair: Exclude<Pair, 'rsa'>): { did: string; method: string } {
  const key = multikey(pair)
  return { did: `did:key:${key}`, method: `did:key:${key}#${key}` }
}

/** Algorithms of a JWT with the pair each is signed with. */
export const algs = {
  RS256: 'rsa',
  PS256: 'rsa',
  ES256: 'p256',
  ES384: 'p384',
  EdDSA: 'ed25519',
  Ed25519: 'ed25519',
} as const
export type Alg = keyof typeof algs
export const everyAlg: readonly Alg[] = ['RS256', 'PS256', 'ES256', 'ES384', 'EdDSA', 'Ed25519']

/** @returns a signature as JOSE writes it, by Node's own code. */
export function signatureBy(
  alg: Alg,
  bytes: Uint8Array,
  key = pairs[algs[alg]].privateKey,
): Uint8Array {
  if (algs[alg] === 'ed25519') return sign(null, bytes, key)
  const hash = alg === 'ES384' ? 'sha384' : 'sha256'
  if (alg === 'PS256') return sign(hash, bytes, { key, padding: 6, saltLength: 32 })
  return sign(hash, bytes, { key, dsaEncoding: 'ieee-p1363' })
}

const part = (value: JsonValue) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** @returns a compact JWS; `alg` of the header is what the header says, not what signs. */
export function aJwt(alg: Alg, header: JsonObject, payload: JsonObject, key?: KeyObject): string {
  const signed = `${part({ alg, typ: 'JWT', ...header })}.${part(payload)}`
  return `${signed}.${Buffer.from(signatureBy(alg, utf8(signed), key)).toString('base64url')}`
}

/** @returns the claims that repeat a credential (OB 3.0 #jwt-proof). */
export function claimsOf(credential: JsonObject): JsonObject {
  const { issuer, credentialSubject, id } = credential
  const seconds = (date: JsonValue | undefined) => Math.floor(Date.parse(String(date)) / 1000)
  const [from, until] = [
    credential['validFrom'] ?? credential['issuanceDate'],
    credential['validUntil'] ?? credential['expirationDate'],
  ]
  const sub = isObject(credentialSubject) ? credentialSubject['id'] : undefined
  return {
    iss: isObject(issuer) ? (issuer['id'] ?? '') : (issuer ?? ''),
    jti: id ?? '',
    nbf: seconds(from),
    ...(sub === undefined ? {} : { sub }),
    ...(until === undefined ? {} : { exp: seconds(until) }),
  }
}

/** Data Integrity suites of one signature, with the pair and the hash of each. */
export const suiteNames = {
  'eddsa-rdfc-2022': ['ed25519', 'EdDSA', 'SHA-256'],
  'eddsa-jcs-2022': ['ed25519', 'EdDSA', 'SHA-256'],
  Ed25519Signature2020: ['ed25519', 'EdDSA', 'SHA-256'],
  'ecdsa-rdfc-2019 P-256': ['p256', 'ES256', 'SHA-256'],
  'ecdsa-rdfc-2019 P-384': ['p384', 'ES384', 'SHA-384'],
  'ecdsa-jcs-2019 P-256': ['p256', 'ES256', 'SHA-256'],
  'ecdsa-jcs-2019 P-384': ['p384', 'ES384', 'SHA-384'],
} as const
export type SuiteName = keyof typeof suiteNames
export const everySuite: readonly SuiteName[] = [
  'eddsa-rdfc-2022',
  'eddsa-jcs-2022',
  'Ed25519Signature2020',
  'ecdsa-rdfc-2019 P-256',
  'ecdsa-rdfc-2019 P-384',
  'ecdsa-jcs-2019 P-256',
  'ecdsa-jcs-2019 P-384',
]

/**
 * Signs a credential with a Data Integrity suite. The hash is worked out with our own canonical forms,
 * which the vectors of others vouch for; the signature is Node's.
 *
 * @param extra more options of the proof, signed with it; `previousProof` names what is there already.
 */
export async function withProof(
  credential: JsonObject,
  name: SuiteName,
  method: string,
  extra: JsonObject = {},
): Promise<JsonObject> {
  const [, alg, digest] = suiteNames[name]
  const [suite = ''] = name.split(' ')
  const isOlder = suite === 'Ed25519Signature2020'
  const { proof: before, ...bare } = credential
  const isLink = extra['previousProof'] !== undefined && before !== undefined
  const document = isLink ? { ...bare, proof: [before].flat() } : bare
  const contexts = credential['@context'] ?? []
  const options: JsonObject = {
    ...(isOlder ? { type: suite } : { type: 'DataIntegrityProof', cryptosuite: suite }),
    created: '2026-03-02T10:00:00Z',
    verificationMethod: method,
    proofPurpose: 'assertionMethod',
    ...(suite.includes('-jcs-') ? { '@context': contexts } : {}),
    ...extra,
  }
  const hashed = suite.includes('-jcs-')
    ? jsonHash(document, options, digest)
    : await statementHash(document, options, contexts, digest)
  const proof = { ...options, proofValue: base58btc(signatureBy(alg, hashed)) }
  return { ...bare, proof: before === undefined ? proof : [before, proof].flat() }
}

function jsonHash(document: JsonObject, options: JsonObject, digest: Digest): Uint8Array {
  const hashes = [options, document].map(value => digestOf(valueOf(canonicalJson(value)), digest))
  return Uint8Array.from(hashes.flatMap(hash => [...hash]))
}

async function statementHash(
  document: JsonObject,
  options: JsonObject,
  contexts: JsonValue,
  digest: Digest,
): Promise<Uint8Array> {
  const canonicalOf = (other: JsonObject) => canonicalise(other, () => null, digest)
  const canonical = valueOf(await canonicalOf(document))
  return valueOf(await proofHash(canonical, options, contexts, canonicalOf, digest))
}

/** @returns the value of a result, or an error with its refusal. */
export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}
