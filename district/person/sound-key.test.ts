import { generateKeyPairSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { isSoundKey } from './sound-key.ts'

/** The points of small order (order 1, 2, 4 and 8), as their encodings. */
const smallOrder = [
  '0100000000000000000000000000000000000000000000000000000000000000',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0000000000000000000000000000000000000000000000000000000000000080',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa',
]

test('a key under which everybody can sign is none', () => {
  for (const hex of smallOrder)
    expect(isSoundKey(Buffer.from(hex, 'hex').toString('base64url')), hex).toBe(false)
  for (const odd of ['', 'short', 'x'.repeat(43).replace('x', '*')])
    expect(isSoundKey(odd)).toBe(false)
})

test('a key that a secret belongs to is sound', () => {
  for (let n = 0; n < 5; n++) {
    const { x = '' } = generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' })
    expect(isSoundKey(x)).toBe(true)
  }
})
