import { sign } from 'node:crypto'
import { base64url } from '../src/bytes/base64url.ts'
import { bytesOfBase58btc } from '../src/bytes/multibase.ts'
import { joinBytes, utf8 } from '../src/bytes/text.ts'
import type { JsonObject } from '../src/json/value.ts'
import { canonicalise } from '../src/json-ld/canonicalise.ts'
import { digestOf, optionsHash } from '../src/json-ld/proof-hash.ts'
import { multikey, pairs, signatureBy, valueOf } from './signed.ts'

/**
 * Makes a derived proof of ecdsa-sd-2023 as a holder hands it on, without the base proof before it:
 * the labels are given, and all statements that hold a word are those of the base signature.
 *
 * @param labelOf the 32 bytes a blank node is signed under, by its canonical number.
 */
export async function withDerivedProof(
  credential: JsonObject,
  method: string,
  labelOf: (node: number) => Uint8Array,
  mandatory: (statement: string) => boolean,
): Promise<JsonObject> {
  const contexts = credential['@context'] ?? []
  const options: JsonObject = {
    type: 'DataIntegrityProof',
    cryptosuite: 'ecdsa-sd-2023',
    created: '2026-03-02T10:00:00Z',
    verificationMethod: method,
    proofPurpose: 'assertionMethod',
  }
  const canonicalOf = (other: JsonObject) => canonicalise(other, () => null)
  const canonical = valueOf(await canonicalOf(credential))
  const nodes = new Set([...canonical.matchAll(/_:c14n(\d+)/g)].map(match => Number(match[1])))
  const statements = canonical
    .split('\n')
    .filter(line => line !== '')
    .map(line =>
      line.replaceAll(/_:c14n(\d+)/g, (_, node) => `_:u${base64url(labelOf(Number(node)))}`),
    )
    .toSorted((one, other) => (one < other ? -1 : 1))
    .map(line => `${line}\n`)
  const fixed = statements.flatMap((line, at) => (mandatory(line) ? [at] : []))
  // The one-time key may be any: the pair that signs the badge will do for a test.
  const oneTime = bytesOfBase58btc(multikey('p256')) ?? new Uint8Array()
  const base = joinBytes(
    valueOf(await optionsHash(options, contexts, canonicalOf)),
    oneTime,
    digestOf(fixed.map(at => statements[at] ?? '').join(''), 'SHA-256'),
  )
  const others = statements.filter((_, at) => !fixed.includes(at))
  const key = { key: pairs.p256.privateKey, dsaEncoding: 'ieee-p1363' } as const
  const signatures = others.map(line => item(sign('sha256', utf8(line), key)))
  const value = joinBytes(
    Uint8Array.of(0xd9, 0x5d, 0x01, 0x85),
    item(signatureBy('ES256', base)),
    item(oneTime),
    head(4, signatures.length),
    ...signatures,
    head(5, nodes.size),
    ...[...nodes].flatMap(node => [head(0, node), item(labelOf(node))]),
    head(4, fixed.length),
    ...fixed.map(at => head(0, at)),
  )
  return { ...credential, proof: { ...options, proofValue: `u${base64url(value)}` } }
}

function head(major: number, count: number): Uint8Array {
  if (count < 24) return Uint8Array.of((major << 5) | count)
  if (count < 256) return Uint8Array.of((major << 5) | 24, count)
  return Uint8Array.of((major << 5) | 25, count >> 8, count & 255)
}

function item(bytes: Uint8Array): Uint8Array {
  return joinBytes(head(2, bytes.length), bytes)
}
