import { expect, test } from 'vitest'
import { kindOf, kindOfType } from './kind.ts'

const file = (mediaType: string) =>
  kindOf({ kind: 'file', file: { sha256: '', sizeBytes: 1, mediaType, name: 'a' } })

test('a file is called by what its bytes are', () => {
  expect(file('application/pdf')).toBe('pdf')
  expect(file('image/heic')).toBe('picture')
  expect(file('video/quicktime')).toBe('video')
  expect(file('audio/x-m4a')).toBe('sound')
  expect(file('text/plain')).toBe('text')
})

test('an office file is a document, slides or a table, and not an archive', () => {
  const office = 'application/vnd.openxmlformats-officedocument.'
  expect(file(`${office}wordprocessingml.document`)).toBe('document')
  expect(file(`${office}presentationml.presentation`)).toBe('slides')
  expect(file(`${office}spreadsheetml.sheet`)).toBe('table')
  expect(file('text/csv')).toBe('table')
})

test('a type that nobody knows is a file', () => {
  expect(file('application/x-nobody-knows')).toBe('file')
  expect(kindOf({ kind: 'file' })).toBe('file')
})

test('a reflection and a link are what they are', () => {
  expect(kindOf({ kind: 'reflection' })).toBe('reflection')
  expect(kindOf({ kind: 'link' })).toBe('link')
})

test.each([
  ['image/*', 'picture'],
  ['application/pdf', 'pdf'],
  ['application/x-unheard-of', 'file'],
])('what a slot takes, %s, has the word %s', (type, kind) => {
  expect(kindOfType(type)).toBe(kind)
})
