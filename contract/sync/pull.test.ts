import { expect, test } from 'vitest'
import { pullQuery, pullTarget } from './pull.ts'
import { wireLimits } from './version.ts'

const asked = (target: string) =>
  pullQuery.parse(Object.fromEntries(new URL(target, 'http://district').searchParams))

test('whoever reads in many schools asks for as many streams anew as an address holds, and no more', () => {
  const streams = Array.from({ length: 27 }, (_, n) => `coaches:${String(n).padStart(40, 'u')}`)
  const target = pullTarget('c'.repeat(3_000), 25_000, 123_456, streams)
  expect(target.length).toBeLessThanOrEqual(wireLimits.urlBytesMax)
  const { anew = [], cursor } = asked(target)
  expect(cursor).toHaveLength(3_000)
  expect(anew.length).toBeGreaterThan(10)
  expect(anew).toEqual(streams.slice(0, anew.length))
  expect(asked(pullTarget('c', 0, undefined, streams)).anew).toEqual(streams)
})

test('a cursor that leaves no room is sent without them', () => {
  const target = pullTarget('c'.repeat(wireLimits.urlBytesMax - 48), 0, undefined, ['catalog'])
  expect(asked(target)).not.toHaveProperty('anew')
})
