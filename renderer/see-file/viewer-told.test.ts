import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readTold } from './viewer-told.ts'

test('a place keeps its page, its time and its words', () => {
  expect(readTold({ kind: 'place', page: 3, timeMs: 0, selection: 'bigger pieces' })).toEqual({
    kind: 'place',
    page: 3,
    timeMs: 0,
    selection: 'bigger pieces',
  })
})

test('how far it is scrolled is kept, in whole pixels', () => {
  expect(readTold({ kind: 'place', page: 2, top: 900 })).toMatchObject({ page: 2, top: 900 })
  expect(readTold({ kind: 'place', top: -4 })).toEqual({ kind: 'place' })
})

test('whether it is running is said by yes or no alone', () => {
  expect(readTold({ kind: 'place', timeMs: 5, playing: true })).toMatchObject({ playing: true })
  expect(readTold({ kind: 'place', timeMs: 5, playing: 'yes' })).not.toHaveProperty('playing')
})

test('numbers that are none are left out', () => {
  expect(readTold({ kind: 'place', page: -1, timeMs: 1.5 })).toEqual({ kind: 'place' })
  expect(readTold({ kind: 'ready', shows: 'pdf', pages: '9' })).toEqual({
    kind: 'ready',
    shows: 'pdf',
  })
})

test('a kind, a show or a reason that nobody knows is not listened to', () => {
  expect(readTold({ kind: 'open', page: 1 })).toBeUndefined()
  expect(readTold({ kind: 'ready', shows: 'html' })).toBeUndefined()
  expect(readTold({ kind: 'failed', why: '<b>' })).toBeUndefined()
  expect(readTold({ kind: 'key', key: 'x'.repeat(21) })).toBeUndefined()
})

test('whatever a window is sent, reading it never throws', () => {
  fc.assert(
    fc.property(fc.anything(), data => {
      readTold(data)
    }),
  )
})
