import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sealed, unsealed } from './cursor.ts'

// Row 46 of the threat table: a cursor is forged.

const secret = new Uint8Array(32).fill(1)
const owner = { device: 'dev-a', person: 'ana' }
const position = { epoch: 1, streams: { 'user:ana': 7, coaches: 3 } }
const cursor = sealed(position, owner, secret)

test('a cursor comes back as it was', () =>
  expect(unsealed(cursor, owner, secret)).toEqual(position))

test('no bit of it can be changed', () => {
  fc.assert(
    fc.property(fc.nat(cursor.length - 1), fc.integer({ min: 1, max: 127 }), (at, flip) => {
      const code = cursor.charCodeAt(at) ^ flip
      const forged = cursor.slice(0, at) + String.fromCharCode(code) + cursor.slice(at + 1)
      expect(unsealed(forged, owner, secret)).toBeUndefined()
    }),
  )
})

test('it is of no use to another device or person, or after the key has changed', () => {
  expect(unsealed(cursor, { ...owner, device: 'dev-b' }, secret)).toBeUndefined()
  expect(unsealed(cursor, { ...owner, person: 'ben' }, secret)).toBeUndefined()
  expect(unsealed(cursor, owner, new Uint8Array(32).fill(2))).toBeUndefined()
})

test('any text is looked at without an error', () => {
  fc.assert(
    fc.property(fc.string(), text => {
      expect(unsealed(text, owner, secret)).toBeUndefined()
    }),
  )
  for (const text of ['', '.', 'a.b.c', `${cursor}.`, 'x'.repeat(300_000)])
    expect(unsealed(text, owner, secret)).toBeUndefined()
})
