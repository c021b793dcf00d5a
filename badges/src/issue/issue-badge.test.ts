import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import {
  aBadge,
  anUnsignedBadge,
  aStatusList,
  at,
  bundleOf,
  bytesOf,
  created,
  did,
  listUrl,
  secretKey,
  verificationMethod,
} from '../../test/a-badge.ts'
import { didWebDocument, didWebToUrl } from '../did/did.ts'
import { isList, isObject, type JsonValue } from '../json/value.ts'
import { four, verifyBadge } from '../verify/verify.ts'
import { digestOfUri, digestUri, issueBadge, publicKeyOf } from './issue.ts'

test('a badge we issue is verified by our own verifier, with the age of its status list', async () => {
  const badge = await aBadge()
  const bundle = bundleOf({ [listUrl]: await aStatusList([4712]) })
  const report = await verifyBadge(bytesOf(badge), { at, bundle })
  expect(report.checks.filter(check => check.needed && check.outcome !== 'pass')).toEqual([])
  expect(report.overall).toBe('verified')
  expect(report.asOf).toBe(at - 3_600_000)
  expect(report.subject).toMatchObject({
    name: 'Questions that open thinking',
    issuerId: did,
    issuerName: 'Río Verde Unified',
    validFrom: '2026-03-02T10:00:00Z',
  })
  const answers = four(report)
  expect(answers.signature.outcome).toBe('pass')
  expect(answers.dates.outcome).toBe('pass')
  expect(answers.status).toMatchObject({ outcome: 'pass', ageMs: 3_600_000 })
  expect(answers.trust).toMatchObject({ outcome: 'unknown', code: 'ISSUER_NOT_LISTED' })
})

test('the plain JSON form has no nulls and no empty arrays, and arrays where the model has them', () => {
  const badge = anUnsignedBadge({ evidence: [], results: [], status: [] })
  const visit = (value: JsonValue): void => {
    expect(value).not.toBeNull()
    if (isList(value)) {
      expect(value.length).toBeGreaterThan(0)
      value.forEach(visit)
    } else if (isObject(value)) Object.values(value).forEach(visit)
  }
  visit(badge)
  visit(anUnsignedBadge())
  expect(anUnsignedBadge()).toMatchObject({
    type: ['VerifiableCredential', 'AchievementCredential'],
    evidence: [{ type: ['Evidence'], id: digestUri(new Uint8Array(32).fill(9)) }],
    credentialStatus: { statusListIndex: '4711', statusListCredential: listUrl },
    credentialSubject: {
      identifier: [{ hashed: true, identityType: 'emailAddress' }],
      result: [{ type: ['Result'], resultDescription: 'urn:meritfolio:plan' }, {}],
      achievement: { resultDescription: [{ resultType: 'RubricCriterionLevel' }, {}] },
    },
  })
})

test('an e-mail address is hashed as typed with its salt after it', () => {
  const subject = anUnsignedBadge()['credentialSubject']
  const typed = 'maría@district.example00112233445566778899aabbccddeeff'
  const digest = createHash('sha256').update(typed, 'utf8').digest('hex')
  expect(subject).toMatchObject({ identifier: [{ identityHash: `sha256$${digest}` }] })
  expect(JSON.stringify(subject)).not.toContain('maría@')
})

test('the digest of a manifest goes into a URI and comes back', () => {
  const digest = Uint8Array.from({ length: 32 }, (_, index) => index)
  expect(digestUri(digest)).toBe('ni:///sha-256;AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8')
  expect(digestOfUri(digestUri(digest))).toEqual(digest)
  expect(digestOfUri('ni:///sha-256;AAEC')).toBeNull()
  expect(digestOfUri('https://district.example/')).toBeNull()
})

test('a badge of a did:web issuer is issued without its document being anywhere yet', async () => {
  const web = 'did:web:district.example%3A8443:badges'
  const badge = await issueBadge({
    credential: anUnsignedBadge({ issuer: { id: web, name: 'District' } }),
    secretKey,
    verificationMethod: `${web}#key-1`,
    created,
  })
  const url = didWebToUrl(web)
  if (!url.ok) throw new Error('a DID that names no document')
  const document = didWebDocument(web, [{ fragment: 'key-1', publicKey: publicKeyOf(secretKey) }])
  const documents = { [url.value]: document, [listUrl]: await aStatusList() }
  // The list is by another of the district's keys, which the bundle knows.
  const issuers = [{ id: did, fetchedAt: at, source: 'test' }]
  const known = await verifyBadge(bytesOf(badge), {
    at,
    bundle: { ...bundleOf(documents), issuers },
  })
  expect(known.overall).toBe('verified')
  const unknown = await verifyBadge(bytesOf(badge), { at, bundle: bundleOf({}) })
  expect(unknown.overall).toBe('indeterminate')
  expect(four(unknown).signature).toMatchObject({ outcome: 'unknown', code: 'NOT_RETRIEVED' })
})

test('what has ended is signed again where one says so, and nothing else that would not pass is', async () => {
  const again = { secretKey, verificationMethod, created, mayHaveEnded: true }
  const day = 86_400_000
  const ended = anUnsignedBadge({ validFrom: created - 2 * day, validUntil: created - day })
  await expect(
    issueBadge({ credential: ended, ...again, mayHaveEnded: false }),
  ).rejects.toMatchObject({ code: 'SELF_CHECK_FAILED' })
  const badge = await issueBadge({ credential: ended, ...again })
  const report = await verifyBadge(bytesOf(badge), { at, bundle: bundleOf({}) })
  expect([four(report).signature.outcome, four(report).dates.code]).toEqual(['pass', 'EXPIRED'])
  const future = anUnsignedBadge({ validFrom: created + day })
  await expect(issueBadge({ credential: future, ...again })).rejects.toMatchObject({
    code: 'SELF_CHECK_FAILED',
  })
})

test('a badge that would not pass is not handed out', async () => {
  const signing = { secretKey, verificationMethod, created }
  const stranger = anUnsignedBadge({ issuer: { id: 'did:web:other.example', name: 'Other' } })
  await expect(issueBadge({ credential: stranger, ...signing })).rejects.toMatchObject({
    code: 'SELF_CHECK_FAILED',
  })
  const undefinedWord = { ...anUnsignedBadge(), favouriteColour: 'green' }
  await expect(issueBadge({ credential: undefinedWord, ...signing })).rejects.toMatchObject({
    code: 'DATA_LOSS_DETECTION_ERROR',
    facts: { terms: ['favouriteColour'] },
  })
  const future = anUnsignedBadge({ validFrom: created + 86_400_000 })
  await expect(issueBadge({ credential: future, ...signing })).rejects.toMatchObject({
    code: 'SELF_CHECK_FAILED',
  })
  const signed = await aBadge()
  await expect(issueBadge({ credential: signed, ...signing })).rejects.toMatchObject({
    code: 'MALFORMED_VALUE_ERROR',
  })
})
