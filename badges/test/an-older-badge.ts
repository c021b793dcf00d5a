import { createSign, generateKeyPairSync } from 'node:crypto'
import { base64url } from '../src/bytes/base64url.ts'
import { utf8 } from '../src/bytes/text.ts'
import type { JsonObject, JsonValue } from '../src/json/value.ts'
import {
  verifyBadge,
  type BundleDocument,
  type Check,
  type Policy,
  type Report,
} from '../src/verify/verify.ts'

/** When the older badges of tests are judged, and a day before it, when their documents were fetched. */
export const olderAt = Date.parse('2026-11-24T12:00:00Z')
export const fetchedAt = olderAt - 86_400_000

export const site = 'https://school.example'
export const urls = {
  assertion: `${site}/a/1`,
  badge: `${site}/b/1`,
  issuer: `${site}/issuer`,
  key: `${site}/key`,
  list: `${site}/revoked`,
} as const

const context = 'https://w3id.org/openbadges/v2'

/** Two RSA keys, made anew for each run. */
export const keys = [0, 1].map(() => generateKeyPairSync('rsa', { modulusLength: 2048 }))
export type Pair = (typeof keys)[number]

export function pemOf(pair: Pair | undefined, type: 'spki' | 'pkcs1' = 'spki'): string {
  return String(pair?.publicKey.export({ format: 'pem', type }))
}

/** An Assertion of 2.0; parts given replace or add properties. */
export function anAssertion(parts: JsonObject = {}): JsonObject {
  return {
    '@context': context,
    type: 'Assertion',
    id: urls.assertion,
    recipient: { type: 'email', hashed: false, identity: 'maria@school.example' },
    issuedOn: '2025-03-02T10:00:00Z',
    badge: urls.badge,
    verification: { type: 'hosted' },
    ...parts,
  }
}

export function aBadgeClass(parts: JsonObject = {}): JsonObject {
  return {
    '@context': context,
    type: 'BadgeClass',
    id: urls.badge,
    name: 'Questions that open thinking',
    description: 'Plans and asks questions that make pupils explain.',
    image: `${site}/b/1.png`,
    criteria: { narrative: 'Every criterion at “Proficient” or above.' },
    issuer: urls.issuer,
    ...parts,
  }
}

export function anIssuer(parts: JsonObject = {}): JsonObject {
  return {
    '@context': context,
    type: 'Issuer',
    id: urls.issuer,
    name: 'Río Verde Unified',
    url: site,
    email: 'badges@school.example',
    ...parts,
  }
}

/** A CryptographicKey document. */
export function aKey(parts: JsonObject = {}): JsonObject {
  return {
    '@context': context,
    type: 'CryptographicKey',
    id: urls.key,
    owner: urls.issuer,
    publicKeyPem: pemOf(keys[0]),
    ...parts,
  }
}

/** The three documents a hosted badge needs, by address. */
export const hostedDocuments: Readonly<Record<string, JsonObject>> = {
  [urls.assertion]: anAssertion(),
  [urls.badge]: aBadgeClass(),
  [urls.issuer]: anIssuer(),
}

/** The documents of a signed badge: its class, its issuer with a key, the key. */
export const signedDocuments: Readonly<Record<string, JsonObject>> = {
  [urls.badge]: aBadgeClass(),
  [urls.issuer]: anIssuer({ publicKey: urls.key }),
  [urls.key]: aKey(),
}

/** A signed Assertion as a compact JWS with RS256. */
export function aJws(payload: JsonObject, header: JsonObject = {}, pair = keys[0]): string {
  const part = (value: JsonValue) => base64url(utf8(JSON.stringify(value)))
  const signed = `${part({ alg: 'RS256', ...header })}.${part(payload)}`
  if (pair === undefined) throw new Error('no key')
  const signature = createSign('sha256').update(signed).sign(pair.privateKey)
  return `${signed}.${base64url(new Uint8Array(signature))}`
}

export function aSignedAssertion(parts: JsonObject = {}): JsonObject {
  return anAssertion({
    id: 'urn:uuid:0d3c8d4e-0a5e-4d6f-8b52-6f6f1d1d7a01',
    verification: { type: 'signed', creator: urls.key },
    ...parts,
  })
}

/** What is at an address: a document, or the whole entry of a bundle. */
type At = JsonValue | Uint8Array | { readonly entry: Partial<BundleDocument> }

/** @returns the report on a badge with these documents at hand. */
export function judgeOlder(
  input: JsonObject | string | Uint8Array,
  documents: Readonly<Record<string, At>>,
  policy?: Policy,
): Promise<Report> {
  const isEntry = (at: At): at is { readonly entry: Partial<BundleDocument> } =>
    typeof at === 'object' && at !== null && 'entry' in at
  const entryOf = (at: At): BundleDocument => {
    const always = { fetchedAt, source: 'test' }
    return isEntry(at) ? { content: null, ...always, ...at.entry } : { content: at, ...always }
  }
  const bytes =
    input instanceof Uint8Array
      ? input
      : utf8(typeof input === 'string' ? input : JSON.stringify(input))
  return verifyBadge(bytes, {
    at: olderAt,
    bundle: {
      name: 'test',
      documents: new Map(Object.entries(documents).map(([url, at]) => [url, entryOf(at)])),
      issuers: [],
    },
    ...(policy === undefined ? {} : { policy }),
  })
}

/** @returns what was not passed, as `id code`, of checks that decide. */
export function troubles(report: Report): readonly string[] {
  return report.checks
    .filter((check: Check) => check.needed && check.outcome !== 'pass')
    .map(check => `${check.outcome} ${check.id} ${check.code}`)
}
