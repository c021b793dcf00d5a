import { expect, test } from 'vitest'
import { startInTurn } from './in-turn.ts'

const input = (id: string) => ({ id, batch: id.charAt(0) })

function all(queue: ReturnType<typeof startInTurn<ReturnType<typeof input>>>): string {
  const taken: string[] = []
  for (let next = queue.take(); next !== undefined; next = queue.take()) taken.push(next.id)
  return taken.join(' ')
}

test('batches take turns, each in its own order', () => {
  const queue = startInTurn<ReturnType<typeof input>>()
  for (const id of ['a1', 'a2', 'a3', 'a4', 'b1', 'c1', 'b2']) queue.put(input(id))
  expect(queue.size).toBe(7)
  expect(all(queue)).toBe('a1 b1 c1 a2 b2 a3 a4')
  expect(queue.size).toBe(0)
})

test('what is dropped of one batch leaves the others in their turn', () => {
  const queue = startInTurn<ReturnType<typeof input>>()
  for (const id of ['a1', 'b1', 'a2', 'b2']) queue.put(input(id))
  expect(queue.drop('a').map(({ id }) => id)).toEqual(['a1', 'a2'])
  expect(queue.drop('x')).toEqual([])
  expect(all(queue)).toBe('b1 b2')
})
