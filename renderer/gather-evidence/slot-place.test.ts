import { expect, test } from 'vitest'
import { nextPlace, slotInAddress } from './slot-place.ts'

test('a slot is named by its claim and itself', () => {
  const read = (text: string) => slotInAddress(new URLSearchParams({ slot: text }))
  expect(read('c1/work')).toEqual({ claim: 'c1', slot: 'work' })
  expect(read('c1')).toBeUndefined()
  expect(read('/work')).toBeUndefined()
  expect(read('c1/')).toBeUndefined()
})

test('a piece goes after the last of its own slot', () => {
  expect(nextPlace({}, 'work')).toBe(1)
  expect(nextPlace({ 'work/a': 1, 'work/b': 2.5, 'other/c': 9 }, 'work')).toBe(3.5)
})
