import { expect, test } from 'vitest'
import { placeOf } from './place-of.ts'

const problem = { severity: 'fix', facts: {} } as const

test('a missing answer is mended in its field, a missing word of honour at the end', () => {
  expect(placeOf({ ...problem, code: 'words_missing', prompt: 'p1' })).toEqual({
    at: 'page',
    id: 'prompt-p1',
    focus: 'answer-p1',
  })
  expect(placeOf({ ...problem, code: 'attest_ready', attestation: 'ready' })).toEqual({
    at: 'page',
    id: 'your-word',
    focus: undefined,
  })
})

test('what is wrong with a piece itself is mended at the piece', () => {
  const place = { slot: 's1', evidence: 'e1' }
  expect(placeOf({ ...problem, code: 'shown_unsure', ...place })).toEqual({
    at: 'evidence',
    id: 'e1',
  })
  expect(placeOf({ ...problem, code: 'file_type', ...place })).toEqual({
    at: 'page',
    id: 'slot-s1',
    focus: undefined,
  })
})

test('a file that can’t be read is added again at its slot', () => {
  const place = { slot: 's1', evidence: 'e1' }
  expect(placeOf({ ...problem, code: 'file_not_here', ...place })).toEqual({
    at: 'page',
    id: 'slot-s1',
    focus: 'add-file-s1',
  })
})

test('what names no place has none, and a file that goes again by itself is seen at its piece', () => {
  expect(placeOf({ ...problem, code: 'found_otherwise' })).toBeUndefined()
  const place = { slot: 's1', evidence: 'e1' }
  expect(placeOf({ ...problem, code: 'file_goes_again', ...place })).toEqual({
    at: 'evidence',
    id: 'e1',
  })
})
