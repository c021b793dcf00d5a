import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Recent } from './recent.ts'

test('what was used last stays, and the cost of all never passes the most allowed', () => {
  const step = fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.integer({ min: 1, max: 6 }))
  fc.assert(
    fc.property(fc.array(step), steps => {
      const kept = new Recent<number>(10)
      const costs = new Map<string, number>()
      for (const [key, cost] of steps) {
        kept.set(key, cost, cost)
        costs.set(key, cost)
        // What was just kept is there.
        expect(kept.get(key)).toBe(cost)
        const sum = [...costs].reduce((all, [name, one]) => all + (isKept(kept, name) ? one : 0), 0)
        expect(sum).toBeLessThanOrEqual(10)
      }
    }),
    { seed: 1 },
  )
})

function isKept(kept: Recent<number>, key: string): boolean {
  return kept.get(key) !== undefined
}

test('the one not used for longest goes first, and what is too dear is not kept', () => {
  const kept = new Recent<string>(2)
  kept.set('a', 'A')
  kept.set('b', 'B')
  kept.get('a')
  kept.set('c', 'C')
  expect([kept.get('a'), kept.get('b'), kept.get('c')]).toEqual(['A', undefined, 'C'])
  kept.set('d', 'D', 3)
  expect([kept.get('a'), kept.get('c'), kept.get('d')]).toEqual(['A', 'C', undefined])
  kept.set('a', 'A2', 2)
  expect([kept.get('a'), kept.get('c')]).toEqual(['A2', undefined])
  kept.delete('a')
  expect(kept.get('a')).toBeUndefined()
})
