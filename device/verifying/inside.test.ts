import { endorsementCredential, issueBadge } from 'open-badges-validator-core/issue'
import type { JsonObject } from 'open-badges-validator-core/verify'
import { verifyBadge } from 'open-badges-validator-core/verify'
import { expect, test } from 'vitest'
import { mayBeAccepted } from '../../core/badge/cause.ts'
import { verify } from '../badge/verify.ts'
import { summaryOf, wholeOf, answerOf } from './answered.ts'
import { knowledgeOf } from './knowledge.ts'
import { officePolicy } from './office-policy.ts'
import { reasonsSaid, reportWords } from './report-lines.ts'
import { aRecord } from './trial/a-record.ts'
import { asBytes, issuerOf, tampered } from './trial/some-badges.ts'

const at = Date.now()
const known = issuerOf(1)
const stranger = issuerOf(2)

/** Knows the first issuer and its list alone. */
async function bundleNow() {
  const from = { fetchedAt: at - 1_000, source: 'test' }
  const list = asBytes(await known.list(at - 1_000, [9]))
  return {
    name: 'test',
    documents: new Map([[known.listUrl, { content: list, ...from }]]),
    issuers: [{ id: known.did, name: known.name, ...from }],
    newestLists: new Map<string, number>(),
  }
}

async function answered(document: JsonObject) {
  const bundle = await bundleNow()
  const report = await verifyBadge(asBytes(document), { at, bundle, policy: officePolicy })
  const { summary, packed } = answerOf(report, 'hash', undefined, knowledgeOf(bundle))
  const [short, whole] = [summaryOf(summary), wholeOf(packed)]
  return { ...short, whole, reasons: reasonsSaid(reportWords('en'), short, whole) }
}

test('a record of good badges holds, and lists each of them', async () => {
  const badges = [await known.badge(at, { index: 1 }), await known.badge(at, { index: 2 })]
  const told = await answered(await aRecord(known, at, badges))
  expect(told.standing).toBe('holds')
  expect(told.whole.verified.parts).toMatchObject([
    { kind: 'badge', title: 'Wait time', overall: 'verified', counts: true },
    { kind: 'badge', overall: 'verified', counts: true },
  ])
  expect(told.reasons).toEqual([])
})

test.each<[string, string, string, () => Promise<JsonObject>]>([
  [
    'forged',
    'signature',
    'PROOF_VERIFICATION_ERROR',
    async () => tampered(await known.badge(at, {})),
  ],
  ['revoked', 'status', 'REVOKED', () => known.badge(at, { index: 9 })],
  ['that ended', 'dates', 'EXPIRED', () => known.badge(at, { validUntil: at - 86_400_000 })],
])('a record of a known issuer that holds a badge %s fails as that badge does', async (...row) => {
  const [, mark, code, badge] = row
  const record = await aRecord(known, at, [await known.badge(at, { index: 1 }), await badge()])
  const told = await answered(record)
  expect(told).toMatchObject({
    standing: 'fails',
    mark,
    because: { outcome: 'fail', code, part: expect.stringMatching(/name|Wait time/) },
    issuer: { name: known.name, isKnown: true },
  })
  expect(told.causes).toEqual([
    { standing: 'fails', mark, code: `IN_PART.${code}`, issuer: known.did },
  ])
  expect(told.reasons).toEqual([expect.stringMatching(/^In “/)])
})

test('who is known can’t vouch for a badge of somebody else, and that is never accepted', async () => {
  const told = await answered(await aRecord(known, at, [await stranger.badge(at, {})]))
  expect(told).toMatchObject({ standing: 'unknown', mark: 'trust', issuer: { isKnown: true } })
  expect(told.because).toMatchObject({ code: 'ISSUER_NOT_LISTED' })
  expect(told.causes.map(mayBeAccepted)).toEqual([false, false])
})

test('a record in a record counts too', async () => {
  const inner = await aRecord(known, at, [tampered(await known.badge(at, {}))])
  expect(await answered(await aRecord(known, at, [inner], 1))).toMatchObject({
    standing: 'fails',
    because: { code: 'PROOF_VERIFICATION_ERROR' },
  })
})

test('an endorsement that fails is told and does not make the badge fail', async () => {
  const { proof: _, ...bare } = await known.badge(at, { index: 1 })
  const endorsement = await issueBadge({
    ...stranger.signing,
    created: at - 60_000,
    credential: endorsementCredential({
      id: 'urn:uuid:0f0d6c6a-3c5d-4f5e-9a3c-1d7a6c1f2b01',
      name: 'In favour',
      issuer: { id: stranger.did, name: stranger.name },
      endorsed: String(bare['id']),
      comment: 'We count it.',
      validFrom: at - 60_000,
    }),
  })
  const badge = await issueBadge({
    ...known.signing,
    created: at - 60_000,
    credential: { ...bare, endorsement: [tampered(endorsement)] },
  })
  const told = await answered(badge)
  expect(told.standing).toBe('holds')
  expect(told.whole.verified.parts).toMatchObject([
    { kind: 'endorsement', overall: 'not-verified', counts: false },
  ])
  expect(told.reasons).toEqual([
    expect.stringMatching(/^Endorsement .*changed after signing.*judged without it\.$/),
  ])
})

test('the shelf has the same answer', async () => {
  const bundle = await bundleNow()
  const trust = { known: async () => bundle }
  const newest = { note: () => undefined, read: () => new Map<string, number>() }
  const record = await aRecord(known, at, [tampered(await known.badge(at, {}))])
  const told = await verify(trust, newest, asBytes(record), at)
  expect([told.overall, told.marks.signature.outcome]).toEqual(['not-verified', 'fail'])
  const old = {
    ...bundle,
    documents: new Map([
      [
        known.listUrl,
        {
          content: asBytes(await known.list(at - 50 * 86_400_000)),
          fetchedAt: at - 41 * 86_400_000,
          source: 'test',
        },
      ],
    ]),
  }
  const badge = asBytes(await known.badge(at, { index: 1 }))
  const stale = await verify({ known: async () => old }, newest, badge, at)
  expect(stale.marks.status.code).toBe('STALE')
})
