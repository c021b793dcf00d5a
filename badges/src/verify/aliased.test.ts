import { expect, test } from 'vitest'
import { aBadge, aStatusList, at, bundleOf, bytesOf, did, listUrl } from '../../test/a-badge.ts'
import type { JsonObject } from '../json/value.ts'
import { four, verifyBadge } from './verify.ts'

const credentials = 'https://www.w3.org/2018/credentials#'
const dateTime = 'http://www.w3.org/2001/XMLSchema#dateTime'
const day = 86_400_000

/** Verifies long after the badge ended, with a list that revokes it. */
async function verdict(badge: JsonObject) {
  const bundle = bundleOf({ [listUrl]: await aStatusList([4711]) })
  return verifyBadge(bytesOf(badge), { at: at + 4 * 365 * day, bundle })
}

const codesOf = (report: Awaited<ReturnType<typeof verdict>>, id: string) =>
  report.checks.filter(check => check.id === id).map(check => check.code)

test('an end date or a status under its full IRI keeps the signature and is still found', async () => {
  const { validUntil, credentialStatus, ...rest } = await aBadge()
  const moved: JsonObject = {
    ...rest,
    [`${credentials}validUntil`]: { '@type': dateTime, '@value': validUntil ?? '' },
    [`${credentials}credentialStatus`]: credentialStatus ?? '',
  }
  const report = await verdict(moved)
  expect(codesOf(report, 'proof.signature')).toEqual([undefined])
  expect(codesOf(report, 'ownNames')).toEqual(['ALIASED_TERM'])
  expect(report.checks.find(check => check.id === 'ownNames')?.facts).toEqual({
    names: ['credentialStatus', 'validUntil'],
  })
  expect(report.overall).toBe('not-verified')
  expect(four(report).signature).toMatchObject({ outcome: 'fail', code: 'ALIASED_TERM' })
})

test('nor does an alias of an inline context, a prefix, or @nest hide it', async () => {
  const { validUntil, ...rest } = await aBadge()
  const contexts = [rest['@context']].flat().filter(entry => entry !== undefined)
  const end = validUntil ?? ''
  const hidden: readonly JsonObject[] = [
    {
      ...rest,
      '@context': [...contexts, { ende: { '@id': `${credentials}validUntil`, '@type': dateTime } }],
      ende: end,
    },
    {
      ...rest,
      '@context': [...contexts, { c: { '@id': credentials, '@prefix': true } }],
      'c:validUntil': { '@type': dateTime, '@value': end },
    },
    { ...rest, '@nest': { validUntil: end } },
  ]
  for (const badge of hidden) {
    const report = await verdict(badge)
    expect(codesOf(report, 'proof.signature')).toEqual([undefined])
    expect(report.overall).toBe('not-verified')
    expect(codesOf(report, 'ownNames')).toEqual(['ALIASED_TERM'])
  }
})

test('one of two status entries cannot be moved out of sight', async () => {
  const two = await aBadge({
    status: [
      { listUrl, index: 4711, purpose: 'revocation' },
      { listUrl: 'https://district.example/status/2', index: 1, purpose: 'suspension' },
    ],
  })
  const [revocation, suspension] = [two['credentialStatus']].flat()
  const moved = {
    ...two,
    credentialStatus: suspension ?? '',
    [`${credentials}credentialStatus`]: revocation ?? '',
  }
  const report = await verdict(moved)
  expect(codesOf(report, 'proof.signature')).toEqual([undefined])
  expect(codesOf(report, 'ownNames')).toEqual(['ALIASED_TERM'])
})

test('a proof may hold nothing but what a proof holds', async () => {
  const badge = await aBadge({ status: [] })
  const [proof] = [badge['proof']].flat()
  if (typeof proof !== 'object' || proof === null) throw new Error('no proof')
  const report = await verdict({
    ...badge,
    proof: [{ ...proof, 'https://w3id.org/security#expiration': '2020-01-01T00:00:00Z' }],
  })
  expect(codesOf(report, 'proof.signature')).toEqual(['PROOF_VERIFICATION_ERROR'])
})

test('an inline context may add words, and may not take one that is taken or empty them', async () => {
  const badge = await aBadge({ status: [] })
  const contexts = [badge['@context']].flat().filter(entry => entry !== undefined)
  const withContext = async (...more: readonly (JsonObject | null)[]) =>
    codesOf(await verdict({ ...badge, '@context': [...contexts, ...more] }), 'context')
  expect(await withContext({ favourite: 'https://district.example/favourite' })).toEqual([
    undefined,
  ])
  for (const taken of ['name', 'achievement', '@vocab', '@base', '@import', '@propagate'])
    expect(await withContext({ [taken]: 'https://evil.example/' })).toEqual(['CONTEXT_REDEFINES'])
  expect(await withContext(null)).toEqual(['MALFORMED_VALUE_ERROR'])
})

test('a badge that only names a known issuer is not trusted for it', async () => {
  const badge = { ...(await aBadge({ status: [] })), name: 'Something else' }
  const bundle = { ...bundleOf({}), issuers: [{ id: did, source: 'state list', fetchedAt: at }] }
  const answers = four(await verifyBadge(bytesOf(badge), { at, bundle }))
  expect(answers.signature.outcome).toBe('fail')
  expect(answers.trust).toMatchObject({ outcome: 'unknown', code: 'ISSUER_NOT_PROVEN' })
})
