import { expect, test } from 'vitest'
import type { SqlRow } from '../sql/steps.ts'
import { readersOf } from './readers.ts'

const noRows: readonly SqlRow[] = []
/** As a database without any has them. */
function noReaders() {
  const steps = readersOf()
  let next = steps.next()
  while (!next.done) next = steps.next(noRows)
  return next.value
}
const ask = (cursor: string, now: number) => ({ device: 'a', cursor, now })

test('a computer has all that there was since it asks on from the end of a pull', () => {
  const readers = noReaders()
  readers.note(ask('', 1), false)
  readers.note(ask('page 1', 2), true)
  // Told, and perhaps never heard.
  expect([readers.has('a'), readers.upToDateSince('a')]).toEqual([true, undefined])
  readers.note(ask('page 2', 3), false)
  readers.note(ask('page 3', 4), true)
  expect(readers.upToDateSince('a')).toBe(3)
})

test('one that begins anew never had it, and after another life nobody has', () => {
  const readers = noReaders()
  readers.note(ask('', 1), true)
  readers.note(ask('', 2), true)
  expect(readers.upToDateSince('a')).toBeUndefined()
  readers.note(ask('page 1', 3), true)
  expect(readers.upToDateSince('a')).toBe(3)
  readers.clear()
  expect([readers.has('a'), readers.upToDateSince('a')]).toEqual([false, undefined])
})
