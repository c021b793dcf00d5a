import { expect, test } from 'vitest'
import { placeInAddress } from './piece-place.ts'

const read = (text: string) => placeInAddress(new URLSearchParams(text))

test('an address names a page, a moment or a stretch', () => {
  expect(read('page=3')).toEqual({ page: 3 })
  expect(read('t=134')).toEqual({ startMs: 134_000 })
  expect(read('t=134,185')).toEqual({ startMs: 134_000, endMs: 185_000 })
})

test('what is no place is left out', () => {
  expect(read('page=0&t=x')).toEqual({})
  expect(read('page=-1')).toEqual({})
  expect(read('t=185,134')).toEqual({ startMs: 185_000 })
  expect(read('t=,10')).toEqual({})
  expect(read('')).toEqual({})
})
