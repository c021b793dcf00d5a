import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { hasVectors, vectorBytes, vectorJson, vectors } from '../../test/vectors.ts'
import { knownContexts } from './contexts.ts'

test('the VC 2.0 base context has not changed with its package', () => {
  const context = knownContexts.get('https://www.w3.org/ns/credentials/v2')
  const digest = createHash('sha256').update(JSON.stringify(context)).digest('hex')
  expect(digest).toBe('bf6fd611e6773d58f649459a45dbbb81f94e8cfd058a756644cd5a4a882c4050')
})

test.skipIf(!hasVectors())('it is the one the standard fixed for ever, by its digest', () => {
  const file = 'contexts/credentials-v2.jsonld'
  // VCDM 2.0, appendix B.1
  expect(createHash('sha256').update(vectorBytes(file)).digest('hex')).toBe(
    '59955ced6697d61e03f2b2556febe5308ab16842846f5b586d7f1f7adec92734',
  )
  expect(knownContexts.get('https://www.w3.org/ns/credentials/v2')).toEqual(vectorJson(file))
})

test.skipIf(!hasVectors())('every context we carry equals the published one, term by term', () => {
  const published = vectors().filter(
    entry => entry.kind === 'context' && !entry.file.includes('/variants/'),
  )
  let compared = 0
  for (const entry of published)
    for (const url of [entry.url ?? []].flat()) {
      const ours = knownContexts.get(url)
      if (ours === undefined) continue
      expect(ours, url).toEqual(vectorJson(entry.file))
      compared += 1
    }
  expect(compared).toBeGreaterThan(12)
})
