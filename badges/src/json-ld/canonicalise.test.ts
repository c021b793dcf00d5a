import jsonld from 'jsonld'
import canonizer from 'rdf-canonize'
import { describe, expect, test, vi } from 'vitest'
import { anUnsignedBadge } from '../../test/a-badge.ts'
import { listOf, type JsonObject } from '../json/value.ts'
import { contextStepsMax, deepIterationsMax, stretchMsMax, valuesListedMax } from '../limits.ts'
import { Recent } from '../recent.ts'
import { canonicalise } from './canonicalise.ts'
import { credentialsV2, knownContexts, openBadges303 } from './contexts.ts'

const nowhere = () => null
const base: JsonObject = {
  '@context': [credentialsV2, openBadges303],
  type: ['VerifiableCredential', 'AchievementCredential'],
}

test('words that no context defines are named, all of them', async () => {
  const answer = await canonicalise(
    { ...base, favourite: 'a', issuer: { id: 'urn:x', type: ['Perfil'], mood: 'b' } },
    nowhere,
  )
  expect(answer).toEqual({
    ok: false,
    refusal: {
      code: 'DATA_LOSS_DETECTION_ERROR',
      facts: { terms: expect.arrayContaining(['favourite', 'mood', 'Perfil']) },
    },
  })
})

test('a context that is not at hand is named, and nothing is fetched', async () => {
  const document = {
    ...base,
    '@context': [credentialsV2, openBadges303, 'https://evil.example/context'],
  }
  expect(await canonicalise(document, nowhere)).toMatchObject({
    refusal: { code: 'UNKNOWN_CONTEXT', facts: { url: 'https://evil.example/context' } },
  })
  const known = await canonicalise(document, url =>
    url === 'https://evil.example/context' ? { '@context': {} } : null,
  )
  expect(known.ok).toBe(true)
  // What one bundle brought is not remembered for the next.
  expect((await canonicalise(document, nowhere)).ok).toBe(false)
})

test('a context that takes an import to elsewhere fetches nothing', async () => {
  const document = { ...base, '@context': [credentialsV2, { '@import': 'https://evil.example/c' }] }
  expect((await canonicalise(document, nowhere)).ok).toBe(false)
})

test('a redefined protected word is an error', async () => {
  const document = {
    ...base,
    '@context': [credentialsV2, { VerifiableCredential: 'https://evil.example/#X' }],
  }
  expect(await canonicalise(document, nowhere)).toMatchObject({
    refusal: { code: 'PARSING_ERROR' },
  })
})

test('a poison graph of blank nodes is given up within the limits (row 29)', async () => {
  const size = 10
  const nodes = Array.from({ length: size }, (_, index) => index)
  const clique = nodes.map(one => ({
    '@id': `_:n${one}`,
    'https://example.org/p': nodes
      .filter(other => other !== one)
      .map(other => ({ '@id': `_:n${other}` })),
  }))
  const answer = await canonicalise({ '@context': [], '@graph': clique } as const, nowhere)
  expect(answer).toMatchObject({ ok: false, refusal: { code: 'TOO_COMPLEX' } })
}, 20_000)

describe('no badge keeps everybody waiting (row 29)', () => {
  const evidence = (count: number, node: JsonObject): JsonObject => ({
    ...base,
    evidence: Array.from({ length: count }, (_, at) => ({ id: `urn:e:${at}`, ...node })),
  })
  const copies = (count: number) => Array.from({ length: count }, () => openBadges303)
  const longest = 2_000

  test.each<[string, JsonObject]>([
    [
      'ten thousand copies of a context',
      { ...base, '@context': [credentialsV2, ...copies(10_000)] },
    ],
    ['two hundred of them', { ...base, '@context': [credentialsV2, ...copies(200)] }],
    ['eight in each of four hundred nodes', evidence(400, { '@context': copies(8) })],
    ['one in each of ten thousand nodes', evidence(10_000, { '@context': openBadges303 })],
    ['nine thousand nodes with a type', evidence(9_000, { type: ['Evidence'] })],
  ])('%s are counted before anything is done', async (_, document) => {
    const beganMs = performance.now()
    expect(await canonicalise(document, nowhere)).toMatchObject({
      refusal: { code: 'TOO_COMPLEX' },
    })
    expect(performance.now() - beganMs).toBeLessThan(longest)
  })

  const values = Array.from({ length: 400 }, (_, at) => `v${at}`)
  const ownWord = (...contexts: readonly JsonObject[]): JsonObject => ({
    ...base,
    '@context': [credentialsV2, openBadges303, ...contexts],
    t: values,
  })
  const long = (count: number) => 'a'.repeat(count)
  const chain = Array.from({ length: 60 }, (_, at): [string, string] => [
    at === 59 ? 't' : `p${at}`,
    at === 0 ? 'urn:' : `p${at - 1}:${long(1_000)}/`,
  ])
  const twoInTurn = Array.from({ length: 60 }, (_, at) => ({
    [`p${at % 2}`]: { '@id': `p${(at + 1) % 2}:${long(900)}/`, '@prefix': true },
  }))
  const nested = twoInTurn.reduce<JsonObject>(
    (inner, context) => ({ '@context': context, id: 'p0:x', 'https://x.example/in': inner }),
    { id: 'p1:y' },
  )

  test.each<[string, JsonObject]>([
    ['one word for a long IRI', ownWord({ t: `urn:${long(100_000)}` })],
    ['a long word for itself', ownWord({ [`urn:${long(100_000)}`]: {}, t: 'urn:t' })],
    ['words built on one another', ownWord(Object.fromEntries(chain))],
    ['contexts that build on one another', { ...ownWord({ t: 'urn:t' }), evidence: nested }],
    ['one long id with many words', { ...ownWord({ t: 'urn:t' }), id: `urn:${long(30_000)}` }],
  ])('%s: what would be gigabytes written out is not written out', async (_, document) => {
    const beganMs = performance.now()
    expect(await canonicalise(document, nowhere)).toMatchObject({
      refusal: { code: 'TOO_COMPLEX' },
    })
    expect(performance.now() - beganMs).toBeLessThan(longest)
  })

  test('a word of an ordinary length stands for what it stands for', async () => {
    const answer = await canonicalise(ownWord({ t: `urn:${long(200)}` }), nowhere)
    expect(answer.ok).toBe(true)
  })

  test('what is within the limits gives way to others all the time, and stops at its budget', async () => {
    // A clock that goes on by a tenth of a stretch at every reading: how fast this machine is says nothing here.
    let nowMs = 0
    const clock = vi
      .spyOn(performance, 'now')
      .mockImplementation(() => (nowMs += stretchMsMax / 10))
    let served = 0
    let isServing = true
    const serve = () => {
      served += 1
      if (isServing) setImmediate(serve)
    }
    setImmediate(serve)
    const hard = evidence(100, { '@context': [openBadges303] })
    const many = await canonicalise(hard, nowhere)
    isServing = false
    clock.mockRestore()
    expect(many.ok).toBe(true)
    expect(served).toBeGreaterThan(5)
    const budget = { contextStepsLeft: 500 }
    const answer = await canonicalise(hard, nowhere, 'SHA-256', budget)
    expect(answer).toMatchObject({ refusal: { code: 'TOO_COMPLEX', facts: { contextStepsMax } } })
    expect(budget.contextStepsLeft).toBeLessThan(0)
  }, 30_000)
})

test('what strangers call things is forgotten with their document', async () => {
  const document = (word: string): JsonObject => ({
    ...base,
    '@context': [credentialsV2, openBadges303, { [word]: 'urn:x:own' }],
    [word]: 'blue',
  })
  const setting = vi.spyOn(Recent.prototype, 'set')
  await canonicalise(document('own'), nowhere)
  const caches = new Set(setting.mock.contexts)
  setting.mockClear()
  await canonicalise(base, nowhere)
  await canonicalise(document('other'), nowhere)
  for (const cache of setting.mock.contexts) expect(caches.has(cache)).toBe(false)
  setting.mockRestore()
})

test('counting contexts changes no statement: it reads as the processor does by itself', async () => {
  const badge = anUnsignedBadge()
  const context = {
    own: 'urn:x:own',
    Own: { '@id': 'urn:x:Own', '@context': { more: 'urn:x:more' } },
  }
  const document = {
    ...badge,
    '@context': [...listOf(badge['@context']), context],
    own: { type: 'Own', more: 'blue' },
  }
  const documentLoader = (url: string) =>
    Promise.resolve({ contextUrl: null, documentUrl: url, document: knownContexts.get(url) })
  const options = { safe: true, base: null, produceGeneralizedRdf: false, documentLoader } as const
  const dataset = await jsonld.toRDF(structuredClone(document), options)
  const expected = await canonizer.canonize(dataset, {
    algorithm: 'RDFC-1.0',
    maxDeepIterations: deepIterationsMax,
    signal: new AbortController().signal,
  })
  expect(await canonicalise(document, nowhere)).toEqual({ ok: true, value: expected })
})

test('a list that takes the square of its length is refused before it is read', async () => {
  const own = { seen: { '@id': 'https://a.example/seen' } }
  const withValues = (count: number) =>
    canonicalise(
      {
        ...base,
        '@context': [credentialsV2, openBadges303, own],
        seen: Array.from({ length: count }, (_, at) => `v${at % 50}`),
      },
      nowhere,
    )
  expect(await withValues(valuesListedMax + 1)).toMatchObject({
    refusal: { code: 'TOO_COMPLEX', facts: { valuesListed: valuesListedMax + 1, valuesListedMax } },
  })
  expect((await withValues(50)).ok).toBe(true)
})
