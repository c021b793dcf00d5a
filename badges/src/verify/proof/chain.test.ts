import { expect, test } from 'vitest'
import { anUnsignedBadge, at, bundleOf, bytesOf } from '../../../test/a-badge.ts'
import { didKeyOf, withProof } from '../../../test/signed.ts'
import { isObject, listOf, type JsonObject } from '../../json/value.ts'
import { verifyBadge } from '../verify.ts'

const issuer = didKeyOf('ed25519')
const notary = didKeyOf('p256')
const unsigned = anUnsignedBadge({ issuer: { id: issuer.did, name: 'District' }, status: [] })

/** A badge with the issuer's proof, and a notary's that also signs the issuer's. */
async function chainOf(suite: 'ecdsa-rdfc-2019 P-256' | 'ecdsa-jcs-2019 P-256') {
  const first = await withProof(unsigned, 'eddsa-rdfc-2022', issuer.method, { id: 'urn:uuid:a' })
  return withProof(first, suite, notary.method, { id: 'urn:uuid:b', previousProof: 'urn:uuid:a' })
}

async function signaturesOf(badge: JsonObject) {
  const report = await verifyBadge(bytesOf(badge), { at, bundle: bundleOf({}) })
  const signatures = report.checks.filter(check => check.id === 'proof.signature')
  return [report.overall, ...signatures.map(check => check.outcome)]
}

const withProofs = (
  badge: JsonObject,
  change: (proofs: JsonObject[]) => readonly JsonObject[],
) => ({
  ...badge,
  proof: change(listOf(badge['proof']).filter(isObject)),
})

test('a chain holds, link by link, and the issuer’s own proof is enough', async () => {
  for (const suite of ['ecdsa-rdfc-2019 P-256', 'ecdsa-jcs-2019 P-256'] as const)
    expect(await signaturesOf(await chainOf(suite))).toEqual(['verified', 'pass', 'pass'])
})

test('a link does not hold without what it signs, or over something else', async () => {
  const badge = await chainOf('ecdsa-rdfc-2019 P-256')
  expect(await signaturesOf(withProofs(badge, ([, second = {}]) => [second]))).toEqual([
    'not-verified',
    'fail',
  ])
  const other = await withProof(unsigned, 'eddsa-rdfc-2022', issuer.method, {
    id: 'urn:uuid:a',
    created: '2026-03-02T11:00:00Z',
  })
  const swapped = withProofs(badge, ([, second = {}]) => [
    ...listOf(other['proof']).filter(isObject),
    second,
  ])
  expect(await signaturesOf(swapped)).toEqual(['verified', 'pass', 'fail'])
})

test('a link on an earlier proof that does not hold is no better than that', async () => {
  const broken = await withProof(unsigned, 'eddsa-rdfc-2022', issuer.method, { id: 'urn:uuid:a' })
  const forged = { ...broken, name: 'Something else' }
  const badge = await withProof(forged, 'ecdsa-rdfc-2019 P-256', notary.method, {
    previousProof: ['urn:uuid:a'],
  })
  expect(await signaturesOf(badge)).toEqual(['not-verified', 'fail', 'fail'])
})

test('circles, doubles and strange lists end in a fail', async () => {
  const badge = await chainOf('ecdsa-rdfc-2019 P-256')
  for (const change of [
    ([first = {}, second = {}]: JsonObject[]) => [
      { ...first, previousProof: 'urn:uuid:b' },
      second,
    ],
    ([first = {}, second = {}]: JsonObject[]) => [
      first,
      { ...second, previousProof: 'urn:uuid:b' },
    ],
    ([first = {}, second = {}]: JsonObject[]) => [first, first, second],
    ([first = {}, second = {}]: JsonObject[]) => [first, { ...second, previousProof: [] }],
    ([first = {}, second = {}]: JsonObject[]) => [first, { ...second, previousProof: [7, null] }],
    ([first = {}, second = {}]: JsonObject[]) => [
      first,
      { ...second, previousProof: ['urn:uuid:a', 'urn:uuid:a'] },
    ],
  ])
    expect((await signaturesOf(withProofs(badge, change))).at(-1)).toBe('fail')
})
