import { describe, expect, test } from 'vitest'
import {
  aBadge,
  aStatusList,
  anUnsignedBadge,
  at,
  bundleOf,
  bytesOf,
  created,
  did,
  listUrl,
  secretKey,
  verificationMethod,
} from '../../test/a-badge.ts'
import { addProof } from '../issue/add-proof.ts'
import { issueBadge } from '../issue/issue.ts'
import { isObject, listOf, type JsonObject, type JsonValue } from '../json/value.ts'
import { otherNames } from './checks/other-names.ts'
import { meaningsBudget } from './checks/own-words.ts'
import { four, verifyBadge } from './verify.ts'

const credentials = 'https://www.w3.org/2018/credentials#'
const dateTime = 'http://www.w3.org/2001/XMLSchema#dateTime'
const words = 'https://purl.imsglobal.org/spec/vc/ob/vocab.html#'
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
  expect(report.checks.find(check => check.id === 'ownNames')?.facts?.['names']).toEqual(
    expect.arrayContaining(['credentialStatus', 'validUntil', `${credentials}validUntil`]),
  )
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

describe('what stands deeper than the credential itself cannot be put out of sight either (row 28)', () => {
  const vocabulary = 'https://purl.imsglobal.org/spec/vc/ob/'
  const id = 'did:example:maria'
  const inline = (badge: JsonObject, context: JsonObject): JsonObject => ({
    '@context': [...listOf(badge['@context']), context],
  })
  /** Each moves the results, or the id, of a signed badge so that no statement changes. */
  const moves: Readonly<
    Record<string, (badge: JsonObject, subject: JsonObject, result: JsonValue) => JsonObject>
  > = {
    'under its full IRI': (_, subject, result) => ({
      credentialSubject: { ...subject, [`${words}result`]: result },
    }),
    'under an alias': (badge, subject, result) => ({
      ...inline(badge, { outcome: { '@id': `${words}result` } }),
      credentialSubject: { ...subject, outcome: result },
    }),
    'under an alias of an alias': (badge, subject, result) => ({
      ...inline(badge, { one: `${words}result`, other: 'one' }),
      credentialSubject: { ...subject, other: result },
    }),
    'under a prefix': (badge, subject, result) => ({
      ...inline(badge, { v: vocabulary }),
      credentialSubject: { ...subject, 'v:vocab.html#result': result },
    }),
    'into a thing that is only included': (_, subject, result) => ({
      credentialSubject: subject,
      '@included': [{ id, type: ['AchievementSubject'], result }],
    }),
    'the id, as a keyword': (_, { id: same = '', ...subject }, result) => ({
      credentialSubject: { ...subject, result, '@id': same },
    }),
  }
  test.each(Object.keys(moves))('%s', async name => {
    const badge = await aBadge({ status: [], recipient: { id } })
    const { credentialSubject } = badge
    if (!isObject(credentialSubject)) throw new Error('no subject')
    const { result = [], ...subject } = credentialSubject
    const report = await verdict({ ...badge, ...moves[name]?.(badge, subject, result) })
    expect(codesOf(report, 'proof.signature')).toEqual([undefined])
    expect(codesOf(report, 'ownNames')).toEqual(['ALIASED_TERM'])
  })

  test('words of somebody’s own are no aliases: plain, by a prefix, with types and parts of their own', async () => {
    const words = {
      d: 'https://district.example/words#',
      xsd: 'http://www.w3.org/2001/XMLSchema#',
      favourite: 'd:favourite',
      mood: { '@id': 'd:mood', '@type': '@vocab', '@container': '@set' },
      visit: { '@id': 'd:visit', '@context': { guest: 'd:guest' } },
      Visit: 'd:Visit',
    }
    const badge = await issueBadge({
      credential: {
        ...anUnsignedBadge({ status: [] }),
        ...inline(anUnsignedBadge(), words),
        favourite: 'blue: or green',
        'd:more': 1,
        mood: ['d:bright'],
        visit: { id: 'urn:x:1', type: ['Visit'], guest: 'a friend', name: 'First visit' },
      },
      secretKey,
      verificationMethod,
      created,
    })
    const report = await verifyBadge(bytesOf(badge), { at, bundle: bundleOf({}) })
    expect(report.overall).toBe('verified')
  })
})

describe('that the text of an id is signed somewhere does not make it this one’s id (row 28)', () => {
  /** The id that is signed, the one that is read, the scheme that the latter's context makes another prefix. */
  test.each([
    ['mailto:maria@x.example', 'mailto:ria@x.example', 'mailto', 'mailto:ma'],
    ['tel:15551234', 'tel:5551234', 'tel', 'tel:1'],
    ['acct:maria@x.example', 'mailto:maria@x.example', 'mailto', 'acct:'],
    ['did:web:s.example:users:maria', 'mailto:users:maria', 'mailto', 'did:web:s.example:'],
  ])('%s is not shown as %s', async (signed, shown, scheme, base) => {
    const bare = anUnsignedBadge({ status: [], recipient: { id: signed } })
    const withCreator = (subject: JsonValue | undefined, context: JsonObject | null) => {
      if (!isObject(subject) || !isObject(subject['achievement'])) throw new Error('no achievement')
      const creator = { id: shown, type: ['Profile'], name: 'Maker' }
      const made = context === null ? creator : { '@context': context, ...creator }
      return { ...subject, achievement: { ...subject['achievement'], creator: made } }
    }
    const credential = { ...bare, credentialSubject: withCreator(bare['credentialSubject'], null) }
    const badge = await issueBadge({ credential, secretKey, verificationMethod, created })
    expect((await verifyBadge(bytesOf(badge), { at, bundle: bundleOf({}) })).overall).toBe(
      'verified',
    )
    const prefix = (iri: string) => ({ '@id': iri, '@prefix': true })
    const swapped = {
      ...badge,
      '@context': [...listOf(badge['@context']), { m: prefix(base), n: prefix(`${scheme}:`) }],
      credentialSubject: {
        '@context': { [scheme]: prefix('m:') },
        ...withCreator(badge['credentialSubject'], { [scheme]: prefix('n:') }),
        id: shown,
      },
    }
    const report = await verifyBadge(bytesOf(swapped), { at, bundle: bundleOf({}) })
    expect(codesOf(report, 'proof.signature')).toEqual([undefined])
    expect(report.checks.find(check => check.id === 'ownNames')?.facts?.['names']).toEqual([shown])
    expect(report.overall).toBe('not-verified')
  })
})

test('what stands in JSON of somebody’s own is no word and no id', async () => {
  const payload = { '@id': 'https://district.example/payload', '@type': '@json' }
  const sealed = async (more: JsonObject, words: JsonObject) => {
    const bare = anUnsignedBadge({ status: [] })
    const credential = { ...bare, ...more, '@context': [...listOf(bare['@context']), words] }
    const badge = await addProof(credential, { secretKey, verificationMethod, created })
    return verifyBadge(bytesOf(badge), { at, bundle: bundleOf({}) })
  }
  const held = { payload: { id: 'abc', type: 'Achievement', Criteria: 1 } }
  expect((await sealed(held, { payload })).overall).toBe('verified')
  // Of a word that is something else in another place nobody knows which it is.
  const Own = { '@id': 'urn:x:Own', '@context': { payload: payload['@id'] } }
  const told = await sealed(held, { payload, Own })
  expect(codesOf(told, 'ownNames')).toEqual(['ALIASED_TERM'])
})

test.each(['@index', '@vocab', '@base', '@version', '@anything'])(
  'nothing can be added under %s, which no signature covers (row 28)',
  async keyword => {
    const badge = await aBadge({ status: [] })
    for (const more of [
      { [keyword]: 'By honours' },
      { evidence: { [keyword]: { id: 'urn:x' } } },
    ]) {
      const report = await verifyBadge(bytesOf({ ...badge, ...more }), { at, bundle: bundleOf({}) })
      expect(codesOf(report, 'definedTerms')).toEqual(['DATA_LOSS_DETECTION_ERROR'])
      expect(report.overall).toBe('not-verified')
    }
    const own = {
      '@context': [...listOf(badge['@context']), { note: '@index' }],
      note: 'By honours',
    }
    const report = await verifyBadge(bytesOf({ ...badge, ...own }), { at, bundle: bundleOf({}) })
    expect(report.overall).toBe('not-verified')
  },
)

test('words that stand for one another without end are given up, and taken for hidden', () => {
  const names = Array.from({ length: 60 }, (_, at) => `w${at}`)
  const tangled = Object.fromEntries(names.map(name => [name, {}]))
  const meanings = new Set(names.map(other => `${other}:x`))
  const own = new Map(names.map(name => [name, meanings]))
  expect(otherNames(tangled, own, new Set(), meaningsBudget()).length).toBeGreaterThan(0)
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
  for (const taken of ['name', 'issued', '@vocab', '@base', '@import', '@propagate']) {
    const words = { [taken]: 'https://evil.example/' }
    const ofType = { Own: { '@id': 'https://district.example/Own', '@context': words } }
    expect(await withContext(words)).toEqual(['CONTEXT_REDEFINES'])
    expect(await withContext(ofType)).toEqual(['CONTEXT_REDEFINES'])
  }
  expect(await withContext(null)).toEqual(['MALFORMED_VALUE_ERROR'])
})

test('a badge that only names a known issuer is not trusted for it', async () => {
  const badge = { ...(await aBadge({ status: [] })), name: 'Something else' }
  const bundle = { ...bundleOf({}), issuers: [{ id: did, source: 'state list', fetchedAt: at }] }
  const answers = four(await verifyBadge(bytesOf(badge), { at, bundle }))
  expect(answers.signature.outcome).toBe('fail')
  expect(answers.trust).toMatchObject({ outcome: 'unknown', code: 'ISSUER_NOT_PROVEN' })
})
