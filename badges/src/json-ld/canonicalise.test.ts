import { expect, test } from 'vitest'
import type { JsonObject } from '../json/value.ts'
import { canonicalise } from './canonicalise.ts'
import { credentialsV2, openBadges303 } from './contexts.ts'

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
