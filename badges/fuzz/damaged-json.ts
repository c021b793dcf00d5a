import { isList, isObject, type JsonObject, type JsonValue } from '../src/json/value.ts'
import type { Random } from './random.ts'

/** Words that readers of badges look for, and those that programs trip over. */
const words = [
  ...['id', 'type', '@id', '@type', '@context', '@vocab', '@base', '@graph', '@list', '@value'],
  ...['@reverse', '@nest', '@included', '@index', '@language', '@set', '@json', '@import'],
  ...['issuer', 'proof', 'credentialSubject', 'credentialStatus', 'validFrom', 'validUntil'],
  ...['achievement', 'criteria', 'name', 'endorsement', 'endorsementJwt', 'evidence', 'result'],
  ...['verifiableCredential', 'vc', 'vp', 'iss', 'sub', 'jti', 'nbf', 'exp', 'alg', 'kid', 'crit'],
  ...['proofValue', 'proofPurpose', 'verificationMethod', 'previousProof', 'cryptosuite', 'jws'],
  ...['badge', 'recipient', 'verify', 'verification', 'url', 'uid', 'issuedOn', 'expires', 'claim'],
  ...['statusListIndex', 'statusListCredential', 'statusPurpose', 'statusSize', 'encodedList'],
  ...['refreshService', 'credentialSchema', 'identifier', 'revoked', 'publicKey', 'keys', 'kty'],
  ...['', '__proto__', 'constructor', 'toString', 'hasOwnProperty', 'length', 'then', 'toJSON'],
] as const

const texts = [
  ...['', 'a', '#', '#key', '_:b0', 'urn:x', 'https://a.example/', 'HTTPS://A.EXAMPLE', 'did:key:'],
  ...[
    'did:web:a.example',
    'did:web:%',
    'did:key:z6Mk',
    'did:jwk:e30',
    'javascript:alert(1)',
    '../x',
  ],
  ...['VerifiableCredential', 'OpenBadgeCredential', 'EndorsementCredential', 'ClrCredential'],
  ...[
    'BitstringStatusListEntry',
    'StatusList2021Entry',
    'DataIntegrityProof',
    'Ed25519Signature2020',
  ],
  ...['eddsa-rdfc-2022', 'eddsa-jcs-2022', 'ecdsa-sd-2023', 'ecdsa-rdfc-2019', 'assertionMethod'],
  ...['https://www.w3.org/ns/credentials/v2', 'https://www.w3.org/2018/credentials/v1'],
  ...['https://w3id.org/openbadges/v2', 'Assertion', 'hosted', 'signed', 'BadgeClass', 'Profile'],
  ...[
    '2026-03-02T10:00:00Z',
    '2026-02-30T10:00:00Z',
    '9999-12-31T23:59:59Z',
    '0000-01-01T00:00:00Z',
  ],
  ...['none', 'HS256', 'EdDSA', 'revocation', '0', '-1', '1e999', '99999999999999999999', '\u0000'],
  ...['\ud800', '\u202e', 'e\u0301', 'ﬃ', 'u', 'z', 'uH4sI', 'data:image/png;base64,', '🦊'],
] as const

/** Under these a word of a badge is the same statement, and another word for whoever reads the JSON. */
const vocabularies = [
  'https://www.w3.org/2018/credentials#',
  'https://purl.imsglobal.org/spec/vc/ob/vocab.html#',
  'https://w3id.org/security#',
  'https://schema.org/',
]

const numbers = [0, -0, 1, -1, 0.1, 1e21, 1e-7, 2 ** 53, 2 ** 31, -(2 ** 31), 1e308, 5e-324]

/** @returns any JSON value, not too deep. */
export function anyValue(random: Random, depth = 0): JsonValue {
  if (depth > 4 || random.isOneIn(2))
    return random.by<JsonValue>(
      () => null,
      () => random.isOneIn(2),
      () => random.oneOf(numbers),
      () => random.oneOf(texts),
      () => random.oneOf(words),
      () => random.oneOf(texts).repeat(random.size(400)),
    )
  const count = random.size(depth === 0 ? 40 : 12)
  const items = () => Array.from({ length: count }, () => anyValue(random, depth + 1))
  return random.by<JsonValue>(items, () => objectOf(items().map(item => [aWord(random), item])))
}

/** @returns the value with one or a few places changed. */
export function damagedValue(random: Random, value: JsonValue): JsonValue {
  let now = value
  for (let edits = 1 + (random.isOneIn(2) ? 0 : random.size(6)); edits > 0; edits -= 1)
    now = changed(random, now, value, 0)
  return now
}

function aWord(random: Random): string {
  return random.isOneIn(12) ? random.oneOf(texts) : random.oneOf(words)
}

/** Goes down to some place by chance and changes what is there. */
function changed(random: Random, value: JsonValue, whole: JsonValue, depth: number): JsonValue {
  const inside: readonly (readonly [string, JsonValue])[] =
    isObject(value) || isList(value) ? Object.entries(value) : []
  if (inside.length === 0 || depth > 30 || random.isOneIn(5))
    return atPlace(random, value, inside, whole)
  const place = random.under(inside.length)
  const parts = inside.map(([key, item], at): readonly [string, JsonValue] => [
    key,
    at === place ? changed(random, item, whole, depth + 1) : item,
  ])
  return rebuilt(value, parts)
}

function atPlace(
  random: Random,
  value: JsonValue,
  inside: readonly (readonly [string, JsonValue])[],
  whole: JsonValue,
): JsonValue {
  const some = () => (inside.length === 0 ? value : random.oneOf(inside)[1])
  const with_ = (key: string, item: JsonValue) => rebuilt(value, [...inside, [key, item]])
  return random.by<JsonValue>(
    () => anyValue(random, 3),
    () => [value],
    () => [value, value],
    () => nested(value, random.size(70)),
    () => some(),
    () =>
      rebuilt(
        value,
        inside.filter(() => !random.isOneIn(3)),
      ),
    () => rebuilt(value, inside.toReversed()),
    () =>
      rebuilt(
        value,
        inside.map(([key, item]) => [random.isOneIn(4) ? aWord(random) : key, item]),
      ),
    () =>
      rebuilt(
        value,
        inside.map(([key, item]) => [
          random.isOneIn(4) ? random.oneOf(vocabularies) + key : key,
          item,
        ]),
      ),
    () => with_(aWord(random), anyValue(random, 2)),
    () => with_(aWord(random), somewhere(random, whole)),
    () => somewhere(random, whole),
    () => damagedLeaf(random, value),
    () => damagedLeaf(random, value),
  )
}

function damagedLeaf(random: Random, value: JsonValue): JsonValue {
  if (typeof value === 'number') return random.oneOf([value + 1, -value, value / 3, String(value)])
  if (typeof value === 'boolean') return !value
  if (typeof value !== 'string') return value
  const at = random.under(value.length + 1)
  return random.by(
    () => value.slice(0, at) + random.oneOf(texts) + value.slice(at),
    () => value.slice(0, at) + value.slice(at + 1 + random.size(9)),
    () => value.slice(0, at) + String.fromCharCode(value.charCodeAt(at) ^ 1) + value.slice(at + 1),
    () => value.toUpperCase(),
    () => ` ${value}`,
    () => value.repeat(random.size(200)),
  )
}

function somewhere(random: Random, value: JsonValue): JsonValue {
  const inside = isObject(value) || isList(value) ? Object.values(value) : []
  return inside.length === 0 || random.isOneIn(4) ? value : somewhere(random, random.oneOf(inside))
}

function nested(value: JsonValue, depth: number): JsonValue {
  let now = value
  for (let level = 0; level < depth; level += 1) now = level % 2 === 0 ? [now] : { id: now }
  return now
}

function rebuilt(value: JsonValue, parts: readonly (readonly [string, JsonValue])[]): JsonValue {
  if (isList(value)) return parts.map(([, item]) => item)
  return isObject(value) ? objectOf(parts) : value
}

/** `__proto__` as an own property too: an object literal would not have it. */
function objectOf(parts: readonly (readonly [string, JsonValue])[]): JsonObject {
  return Object.fromEntries(parts)
}
