import { expect, test } from 'vitest'
import {
  aBadge,
  anUnsignedBadge,
  at,
  bundleOf,
  bytesOf,
  did,
  secretKey,
  created,
  verificationMethod,
} from '../../test/a-badge.ts'
import {
  anAssertion,
  hostedDocuments,
  olderAt,
  fetchedAt,
  urls,
} from '../../test/an-older-badge.ts'
import { utf8 } from '../bytes/text.ts'
import { addProof } from '../issue/add-proof.ts'
import type { JsonObject } from '../json/value.ts'
import { partsMax } from '../limits.ts'
import { verifyMany } from './many.ts'
import { verifyBadge } from './verify.ts'

const badgeId = 'urn:uuid:6d8f2b1e-7f0f-4a53-9f0c-0a4f3f5f9f01'
const achievement = 'https://district.example/micro-credentials/questions/3'

const anEndorsement = (id: string, parts: JsonObject = {}) =>
  addProof(
    {
      '@context': anUnsignedBadge()['@context'] ?? [],
      id: 'urn:uuid:endorsement',
      type: ['VerifiableCredential', 'EndorsementCredential'],
      issuer: { id: did, type: ['Profile'], name: 'District' },
      validFrom: '2026-03-01T00:00:00Z',
      credentialSubject: { id, type: ['EndorsementSubject'], endorsementComment: 'Good.' },
      ...parts,
    },
    { secretKey, verificationMethod, created },
  )

const judged = async (endorsements: readonly Uint8Array[]) =>
  verifyBadge(bytesOf(await aBadge({ status: [] })), { at, bundle: bundleOf({}), endorsements })

test('an endorsement beside a badge is a part of its own, for the badge, its achievement or its issuer', async () => {
  const about = [badgeId, achievement, did]
  const files = await Promise.all(about.map(async id => bytesOf(await anEndorsement(id))))
  const report = await judged(files)
  expect(report.parts.map(part => [part.input, part.overall])).toEqual([
    ['endorsement[0]', 'verified'],
    ['endorsement[1]', 'verified'],
    ['endorsement[2]', 'verified'],
  ])
  expect(report.overall).toBe('verified')
})

test('an endorsement of another badge fails, and the badge is none the worse', async () => {
  const report = await judged([bytesOf(await anEndorsement('urn:uuid:another-badge'))])
  expect(report.overall).toBe('verified')
  expect(report.parts[0]?.overall).toBe('not-verified')
  expect(report.parts[0]?.checks.find(({ id }) => id === 'endorsement.subject')).toMatchObject({
    outcome: 'fail',
    code: 'ENDORSES_ANOTHER',
  })
})

test('a tampered endorsement, another badge and what is nothing at all do not endorse', async () => {
  const tampered = { ...(await anEndorsement(badgeId)), name: 'changed' }
  const plain = await anEndorsement(badgeId, { type: ['VerifiableCredential'] })
  const another = await aBadge({ status: [] })
  const files = [...[tampered, another, plain].map(bytesOf), utf8('hello'), utf8('')]
  const report = await judged(files)
  expect(report.parts).toHaveLength(files.length)
  expect(report.overall).toBe('verified')
  for (const part of report.parts) expect(part.overall).toBe('not-verified')
})

test('as many as the limit are looked at, and that there are more is told', async () => {
  const file = utf8('nothing')
  const report = await judged(Array.from({ length: 300 }, () => file))
  // The last one stands for all the others.
  expect(report.parts.length).toBe(partsMax + 1)
  expect(report.checks.find(check => check.id === 'parts')?.code).toBe('TOO_LARGE')
})

test('a badge before 3.0 can be endorsed beside it as well', async () => {
  const documents = new Map(
    Object.entries(hostedDocuments).map(([url, content]) => [
      url,
      { content, fetchedAt, source: 'test' },
    ]),
  )
  const bundle = { name: 'test', documents, issuers: [] }
  const files = [urls.assertion, urls.badge, urls.issuer, 'https://school.example/b/2']
  const endorsements = await Promise.all(files.map(async id => bytesOf(await anEndorsement(id))))
  const report = await verifyBadge(bytesOf(anAssertion()), { at: olderAt, bundle, endorsements })
  expect(report.parts.map(part => part.overall)).toEqual([
    'verified',
    'verified',
    'verified',
    'not-verified',
  ])
})

test('endorsements beside a batch go with the badges they speak of, and with no others', async () => {
  const otherId = 'urn:uuid:7d8f2b1e-7f0f-4a53-9f0c-0a4f3f5f9f02'
  const other = {
    ...{ id: 'urn:uuid:another', name: 'Another', description: 'Another' },
    criteria: { narrative: 'x' },
  }
  const inputs = [
    { input: 'one', bytes: bytesOf(await aBadge({ status: [] })) },
    {
      input: 'two',
      bytes: bytesOf(await aBadge({ status: [], id: otherId, achievement: other })),
    },
  ]
  const endorsements = [
    bytesOf(await anEndorsement(badgeId)),
    bytesOf(await anEndorsement(otherId)),
    // The issuer is that of both.
    bytesOf(await anEndorsement(did)),
    bytesOf(await anEndorsement('urn:uuid:nobody')),
  ]
  const parts: Record<string, readonly string[]> = {}
  for await (const report of verifyMany(inputs, { at, bundle: bundleOf({}), endorsements })) {
    parts[report.input] = report.parts.map(part => `${part.input} ${part.overall}`)
    expect(report.overall).toBe('verified')
  }
  expect(parts).toEqual({
    one: ['endorsement[0] verified', 'endorsement[2] verified'],
    two: ['endorsement[1] verified', 'endorsement[2] verified'],
  })
})
