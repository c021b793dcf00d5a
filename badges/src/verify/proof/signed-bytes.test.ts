import { expect, test } from 'vitest'
import { anUnsignedBadge, at, bundleOf, bytesOf } from '../../../test/a-badge.ts'
import { didKeyOf, everySuite, suiteNames, withProof } from '../../../test/signed.ts'
import { isObject, listOf, type JsonObject } from '../../json/value.ts'
import { verifyBadge } from '../verify.ts'

const older = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json'
const more = 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json'
const ed2020 = 'https://w3id.org/security/suites/ed25519-2020/v1'
const { did, method } = didKeyOf('ed25519')
const unsigned = anUnsignedBadge({ issuer: { id: did, name: 'District' }, status: [] })
const contexts = listOf(unsigned['@context'])

async function judge(badge: JsonObject) {
  const report = await verifyBadge(bytesOf(badge), { at, bundle: bundleOf({}) })
  const signature = report.checks.find(check => check.id === 'proof.signature')
  return [report.overall, signature?.outcome]
}

test('under a JCS suite the document begins with the contexts of the proof (vc-di-eddsa 3.3.2)', async () => {
  const badge = await withProof(unsigned, 'eddsa-jcs-2022', method)
  expect(await judge(badge)).toEqual(['verified', 'pass'])
  // What comes after them is read as nothing but more words, and no word may be taken.
  expect(await judge({ ...badge, '@context': [...contexts, more] })).toEqual(['verified', 'pass'])
  for (const changed of [
    [contexts[0] ?? '', older],
    [contexts[0] ?? ''],
    [...contexts.slice(0, 1), more, ...contexts.slice(1)],
  ])
    expect(await judge({ ...badge, '@context': changed })).toEqual(['not-verified', 'fail'])
})

test('a JCS proof that carries no contexts signs those of the document as they are', async () => {
  const proved = await withProof(unsigned, 'eddsa-jcs-2022', method)
  const [proof = {}] = listOf(proved['proof']).filter(isObject)
  const { '@context': _, ...bare } = proof
  expect(await judge({ ...proved, proof: bare })).toEqual(['not-verified', 'fail'])
})

test('a word that no list defines is signed by a JCS suite and by no other', async () => {
  const odd = { ...unsigned, grade: 'A' }
  expect(await judge(await withProof(odd, 'eddsa-jcs-2022', method))).toEqual(['verified', 'pass'])
  const signed = await withProof(unsigned, 'eddsa-jcs-2022', method)
  expect(await judge({ ...signed, grade: 'A' })).toEqual(['not-verified', 'fail'])
  const rdf = await withProof(unsigned, 'eddsa-rdfc-2022', method)
  expect((await judge({ ...rdf, grade: 'A' }))[0]).toBe('not-verified')
  // Beside a proof over statements, a word only one of the two covers does not pass.
  const both = await withProof(signed, 'eddsa-rdfc-2022', method)
  expect((await judge({ ...both, grade: 'A' }))[0]).toBe('not-verified')
})

test('beside a JCS proof that fails, a proof over statements still hides nothing', async () => {
  const signed = await withProof(unsigned, 'eddsa-jcs-2022', method)
  const { validUntil = '', ...rest } = await withProof(signed, 'eddsa-rdfc-2022', method)
  const moved = {
    ...rest,
    'https://www.w3.org/2018/credentials#validUntil': {
      '@type': 'http://www.w3.org/2001/XMLSchema#dateTime',
      '@value': validUntil,
    },
  }
  const report = await verifyBadge(bytesOf(moved), { at, bundle: bundleOf({}) })
  const signatures = report.checks.filter(check => check.id === 'proof.signature')
  expect(signatures.map(check => check.outcome)).toEqual(['fail', 'pass'])
  expect(report.checks.find(check => check.id === 'ownNames')?.code).toBe('ALIASED_TERM')
  expect(report.overall).toBe('not-verified')
})

test('no suite takes a proof of another, whatever it is called', async () => {
  for (const name of everySuite) {
    const own = didKeyOf(suiteNames[name][0])
    const wide = { ...unsigned, '@context': [...contexts, ed2020], issuer: own.did }
    const badge = await withProof(wide, name, own.method)
    const [proof = {}] = listOf(badge['proof']).filter(isObject)
    for (const other of everySuite) {
      const [cryptosuite = ''] = other.split(' ')
      if (cryptosuite === name.split(' ')[0] || cryptosuite === 'Ed25519Signature2020') continue
      const renamed = { ...proof, type: 'DataIntegrityProof', cryptosuite }
      expect((await judge({ ...badge, proof: renamed }))[0]).not.toBe('verified')
    }
    const draft = { ...proof, type: 'DataIntegrityProof', cryptosuite: 'eddsa-2022' }
    expect((await judge({ ...badge, proof: draft }))[0]).toBe('indeterminate')
  }
})
