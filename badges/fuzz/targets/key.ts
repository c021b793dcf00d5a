import { createPublicKey, type KeyObject } from 'node:crypto'
import { ed25519 } from '@noble/curves/ed25519.js'
import { p256, p384 } from '@noble/curves/nist.js'
import { base64url } from '../../src/bytes/base64url.ts'
import { base58btc } from '../../src/bytes/multibase.ts'
import { joinBytes, textOfUtf8, utf8 } from '../../src/bytes/text.ts'
import { jwkOfDidJwk } from '../../src/did/did-jwk.ts'
import { keyOfJwk, keyOfPem, type JoseKey } from '../../src/jose/jose-key.ts'
import { keyOfMultikey } from '../../src/jose/key-of-multikey.ts'
import { thumbprintOf } from '../../src/jose/thumbprint.ts'
import { parseJson } from '../../src/json/parse.ts'
import type { JsonValue } from '../../src/json/value.ts'
import { damagedBytes } from '../damaged-bytes.ts'
import { damagedValue } from '../damaged-json.ts'
import { Random } from '../random.ts'
import type { Target } from '../target.ts'

/** An item of DER with its length in the shortest form, or in a longer one. */
function der(random: Random, tag: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const content = joinBytes(...parts)
  const { length } = content
  const shortest =
    length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255]
  const size = random.isOneIn(60)
    ? random.oneOf([[0x80], [0x81, length & 255], [0x83, 0, length >> 8, length & 255]])
    : shortest
  return joinBytes(Uint8Array.of(tag, ...size), content)
}

const oid = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'))
const rsaOid = oid('2a864886f70d010101')
const ecOid = oid('2a8648ce3d0201')
const edOid = oid('2b6570')
const curveOids = [oid('2a8648ce3d030107'), oid('2b81040022'), oid('2b8104000a')]

type Point = { readonly kind: 'ed' | 'p256' | 'p384'; readonly bytes: Uint8Array }

/** Making points takes longer than reading keys: a few will do. */
const points: readonly Point[] = Array.from({ length: 24 }, (_, at) => goodPoint(new Random(at)))

function goodPoint(random: Random): Point {
  const secret = random.bytes(32)
  const scalar = BigInt(`0x${Buffer.from(secret).toString('hex')}`) >> 1n || 1n
  return random.by<Point>(
    () => ({ kind: 'ed', bytes: ed25519.getPublicKey(secret) }),
    () => ({ kind: 'p256', bytes: p256.Point.BASE.multiply(scalar).toBytes(random.isOneIn(2)) }),
    () => ({ kind: 'p384', bytes: p384.Point.BASE.multiply(scalar).toBytes(random.isOneIn(2)) }),
  )
}

/** A point that is on its curve, or nearly. */
function aPoint(random: Random): Point {
  const point = random.oneOf(points)
  return random.isOneIn(8) ? { ...point, bytes: damagedBytes(random, point.bytes) } : point
}

function aPem(random: Random): Uint8Array {
  const number = (bytes: Uint8Array) =>
    der(random, 2, random.isOneIn(20) ? bytes : joinBytes(Uint8Array.of(0), bytes))
  const modulus = () => {
    const bytes = random.bytes(random.oneOf([256, 384, 128, 1024, 1025]))
    bytes[0] = (bytes[0] ?? 0) | (random.isOneIn(9) ? 0 : 0x80)
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) | 1
    return bytes
  }
  const rsa = () => der(random, 0x30, number(modulus()), der(random, 2, Uint8Array.of(1, 0, 1)))
  const spki = (algorithm: readonly Uint8Array[], key: Uint8Array) =>
    der(
      random,
      0x30,
      der(random, 0x30, ...algorithm),
      der(random, 3, Uint8Array.of(random.isOneIn(40) ? 1 : 0), key),
    )
  const point = aPoint(random)
  const curve = random.isOneIn(12)
    ? random.oneOf(curveOids)
    : curveOids[point.kind === 'p384' ? 1 : 0]
  const [label, bytes] = random.by<readonly [string, Uint8Array]>(
    () => ['RSA PUBLIC KEY', rsa()],
    () => ['PUBLIC KEY', spki([der(random, 6, rsaOid), Uint8Array.of(5, 0)], rsa())],
    () =>
      point.kind === 'ed'
        ? ['PUBLIC KEY', spki([der(random, 6, edOid)], point.bytes)]
        : [
            'PUBLIC KEY',
            spki([der(random, 6, ecOid), der(random, 6, curve ?? ecOid)], point.bytes),
          ],
  )
  const damaged = random.isOneIn(3) ? damagedBytes(random, bytes) : bytes
  const body = Buffer.from(damaged).toString('base64').replaceAll(/.{64}/g, '$&\n')
  const end = random.isOneIn(30) ? 'PRIVATE KEY' : label
  return utf8(`-----BEGIN ${label}-----\n${body}\n-----END ${end}-----\n`)
}

function aJwk(random: Random): JsonValue {
  const point = aPoint(random)
  const half = (point.bytes.length - 1) / 2
  const xy = {
    x: base64url(point.bytes.slice(1, 1 + half)),
    y: base64url(point.bytes.slice(1 + half)),
  }
  const jwk = random.by<JsonValue>(
    () => ({
      kty: 'RSA',
      n: base64url(random.bytes(256)),
      e: random.oneOf(['AQAB', 'AQ', 'Aw', '']),
    }),
    () => ({ kty: 'OKP', crv: 'Ed25519', x: base64url(point.bytes) }),
    () => ({ kty: 'EC', crv: point.kind === 'p384' ? 'P-384' : 'P-256', ...xy }),
  )
  return random.isOneIn(2) ? damagedValue(random, jwk) : jwk
}

/** Keys in every form a document may state them; those we take, Node takes too, as the same key. */
export const key: Target = {
  name: 'key',
  cpuMsMax: 1_000,
  shrinksMax: 6_000,
  make: random => {
    const multikey = () => {
      const prefix = random.oneOf([
        [0xed, 1],
        [0x80, 0x24],
        [0x81, 0x24],
        [0xe7, 1],
        [0xed],
        [0x80, 0x80, 0x24],
      ])
      return utf8(base58btc(joinBytes(Uint8Array.from(prefix), aPoint(random).bytes)))
    }
    const jwk = () => utf8(JSON.stringify(aJwk(random)))
    const didJwk = () => utf8(`did:jwk:${base64url(jwk())}`)
    const bytes = random.by(
      () => aPem(random),
      () => aPem(random),
      jwk,
      didJwk,
      multikey,
    )
    return random.isOneIn(5) ? damagedBytes(random, bytes) : bytes
  },
  judge: input => {
    const text = textOfUtf8(input) ?? ''
    const pem = keyOfPem(text)
    if (pem.ok)
      return differs(pem.value, () => createPublicKey({ key: inLines(text), format: 'pem' }))
    keyOfMultikey(text)
    const json = parseJson(text)
    const jwk = json.ok ? json.value : (jwkOfDidJwk(text) ?? undefined)
    const read = keyOfJwk(jwk)
    return read.ok
      ? differs(read.value, () => createPublicKey({ key: ofText(jwk), format: 'jwk' }))
      : null
  },
}

/** Node wants line ends and padding; out of JSON strings keys often come without. */
function inLines(pem: string): string {
  const [, label = '', body = ''] = /-----BEGIN ([A-Z ]+)-----([^-]*)-----END/.exec(pem) ?? []
  const plain = body.replaceAll(/[\s=]/g, '')
  const padded = plain.padEnd(Math.ceil(plain.length / 4) * 4, '=')
  const lines = padded.replaceAll(/.{64}/g, '$&\n')
  return `-----BEGIN ${label}-----\n${lines}\n-----END ${label}-----\n`
}

function ofText(value: JsonValue | undefined): { readonly kty: string } {
  return JSON.parse(JSON.stringify(value))
}

function differs(ours: JoseKey, theirs: () => KeyObject): string | null {
  let jwk: JsonValue
  try {
    jwk = JSON.parse(JSON.stringify(theirs().export({ format: 'jwk' })))
  } catch {
    return 'takes what Node refuses'
  }
  const again = keyOfJwk(jwk)
  if (!again.ok) return 'takes in one form what it refuses in another'
  return thumbprintOf(again.value) === thumbprintOf(ours) ? null : 'reads another key than Node'
}
