import { describe, expect, test } from 'vitest'
import { anUnsignedBadge, at, bundleOf, bytesOf } from '../../../test/a-badge.ts'
import { withDerivedProof } from '../../../test/derived.ts'
import { didKeyOf } from '../../../test/signed.ts'
import { hasVectors, vectorAt, vectorBundle, vectorBytes, vectors } from '../../../test/vectors.ts'
import { base64url, bytesOfBase64url } from '../../bytes/base64url.ts'
import { utf8 } from '../../bytes/text.ts'
import { isObject, valueAt, type JsonObject } from '../../json/value.ts'
import { signaturesMax, disclosedStatementsMax } from '../../limits.ts'
import { verifyBadge } from '../verify.ts'
import { readDerivedProof } from './derived-proof.ts'

const text = (...bytes: readonly number[]) => `u${base64url(Uint8Array.from(bytes))}`
const bytesItem = (length: number, fill = 1) =>
  length < 256 ? [0x58, length, ...Array.from({ length }, () => fill)] : []

/** A derived proof of well-formed parts. */
const aProof = (signatures: number, labels: readonly number[], indexes: readonly number[]) =>
  text(
    ...[0xd9, 0x5d, 0x01, 0x85],
    ...bytesItem(64),
    ...bytesItem(35),
    ...[0x99, signatures >> 8, signatures & 255],
    ...Array.from({ length: signatures }, () => bytesItem(64)).flat(),
    0xa0 + labels.length,
    ...labels.flatMap(label => [label, ...bytesItem(32)]),
    0x80 + indexes.length,
    ...indexes,
  )

test('a derived proof is taken apart', () => {
  const read = readDerivedProof(aProof(256, [0, 2], [0, 1, 5]))
  expect(read).toMatchObject({ ok: true, value: { mandatory: [0, 1, 5] } })
})

test('a base proof is the holder’s alone and refused as such', () => {
  expect(readDerivedProof(text(0xd9, 0x5d, 0x00, 0x85))).toMatchObject({
    refusal: { code: 'CRYPTOGRAPHIC_SECURITY_ERROR' },
  })
})

test.each([
  ['nothing', ''],
  ['another multibase', 'z2V0'],
  ['another header', text(0xd9, 0x5d, 0x02, 0x80)],
  ['no CBOR', text(0xd9, 0x5d, 0x01, 0xff)],
  ['four parts', text(0xd9, 0x5d, 0x01, 0x84, 0, 0, 0, 0)],
  ['indexes twice', aProof(256, [0], [1, 1])],
  ['indexes down', aProof(256, [0], [2, 1])],
  ['one label twice', aProof(256, [1, 1], [0])],
])('%s is no derived proof', (_, value) => {
  expect(readDerivedProof(value)).toMatchObject({ refusal: { code: 'PROOF_VERIFICATION_ERROR' } })
})

test('more signatures than the limit are not checked', () => {
  expect(readDerivedProof(aProof(disclosedStatementsMax + 1, [], []))).toMatchObject({
    refusal: { code: 'TOO_COMPLEX' },
  })
})

describe.skipIf(!hasVectors())('a badge with a derived proof', () => {
  const all = hasVectors() ? vectors() : []
  const vector = all.find(({ file }) => file === 'ob3/1edtech-ecdsa-sd-derived.json')
  if (vector === undefined) return
  const badge = JSON.parse(new TextDecoder().decode(vectorBytes(vector.file)))
  const [proof] = badge.proof
  const judge = async (changed: object) => {
    const options = { at: vectorAt(vector), bundle: vectorBundle(vector, all) }
    const report = await verifyBadge(utf8(JSON.stringify({ ...badge, ...changed })), options)
    const signature = report.checks.find(check => check.id === 'proof.signature')
    return [report.overall, signature?.outcome, signature?.facts?.['isPartial']]
  }

  test('holds, and says that claims may have been left out', async () => {
    expect(await judge({})).toEqual(['verified', 'pass', true])
  })

  test('does not hold with a claim left out, added or changed afterwards', async () => {
    const { achievement, ...subject } = badge.credentialSubject
    const { description: _, ...less } = achievement
    for (const credentialSubject of [
      { ...subject, achievement: less },
      { ...subject, achievement: { ...achievement, tag: ['x'] } },
      { ...subject, achievement: { ...achievement, name: '_:c14n0' } },
    ])
      expect((await judge({ credentialSubject })).slice(0, 2)).toEqual(['not-verified', 'fail'])
    expect((await judge({ validUntil: '2040-01-01T00:00:00Z' }))[0]).toBe('not-verified')
  })

  test('does not hold with its options or any part of its value changed', async () => {
    const created = { proof: [{ ...proof, created: '2010-01-01T19:23:25Z' }] }
    expect((await judge(created))[1]).toBe('fail')
    const value = bytesOfBase64url(proof.proofValue.slice(1)) ?? new Uint8Array()
    for (let at = 0; at < value.length; at += 97) {
      const bytes = value.slice()
      bytes[at] = (bytes[at] ?? 0) ^ 1
      const proofValue = `u${base64url(bytes)}`
      expect((await judge({ proof: [{ ...proof, proofValue }] }))[0]).toBe('not-verified')
    }
  })
})

describe('a derived proof made here', () => {
  const issuer = didKeyOf('p256')
  const label = (node: number) => new Uint8Array(32).fill(node + 1)
  const judge = async (badge: JsonObject) => {
    const report = await verifyBadge(bytesOf(badge), { at, bundle: bundleOf({}) })
    return [report.overall, report.checks.find(check => check.id === 'proof.signature')?.outcome]
  }
  const unsigned = anUnsignedBadge({ issuer: { id: issuer.did, name: 'District' }, status: [] })
  const isMandatory = (statement: string) => statement.includes('validFrom')

  test('holds', async () => {
    const badge = await withDerivedProof(unsigned, issuer.method, label, isMandatory)
    expect(await judge(badge)).toEqual(['verified', 'pass'])
    const all = await withDerivedProof(unsigned, issuer.method, label, () => true)
    expect(await judge(all)).toEqual(['verified', 'pass'])
  })

  test('does not hold where two things share one label: one could be taken apart into two', async () => {
    const shared = await withDerivedProof(unsigned, issuer.method, () => label(0), isMandatory)
    expect(await judge(shared)).toEqual(['not-verified', 'fail'])
  })

  test('does not hold with a key of another kind than the suite takes', async () => {
    const other = didKeyOf('p384')
    const badge = await withDerivedProof(unsigned, other.method, label, isMandatory)
    expect((await judge({ ...badge, issuer: other.did }))[0]).toBe('not-verified')
  })

  test('more in one badge than the limit are unknown, not good', async () => {
    const tag = Array.from({ length: signaturesMax / 2 }, (_, at) => `tag ${at}`)
    const larger = { ...unsigned, credentialSubject: withTags(unsigned, { tag }) }
    const badge = await withDerivedProof(larger, issuer.method, label, isMandatory)
    const proof = badge['proof'] ?? {}
    const twice = { ...badge, proof: [proof, proof] }
    const report = await verifyBadge(bytesOf(twice), { at, bundle: bundleOf({}) })
    const signatures = report.checks.filter(check => check.id === 'proof.signature')
    expect(signatures.map(check => check.code ?? check.outcome)).toEqual(['pass', 'TOO_COMPLEX'])
  }, 60_000)
})

function withTags(badge: JsonObject, more: JsonObject): JsonObject {
  const subject = badge['credentialSubject']
  const achievement = valueAt(subject, 'achievement')
  if (!isObject(subject) || !isObject(achievement)) throw new TypeError('no achievement')
  return { ...subject, achievement: { ...achievement, ...more } }
}
