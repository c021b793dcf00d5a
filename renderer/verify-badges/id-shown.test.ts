import { expect, test } from 'vitest'
import { idShown } from './id-shown.ts'

test('an id that a program made is shown by its beginning and its end', () => {
  expect(idShown('did:key:z6MkgS6snDcA8h1JNQaiwMQ1f2He4HPpRx3Ff6SqPvCfgC6F')).toBe(
    'did:key:z6Mk…gC6F',
  )
  expect(idShown('urn:uuid:4ca4a241-fc3b-4d92-978e-f56fa96ae795')).toBe('urn:uuid:4ca4…e795')
})

test('the host of an id stays whole, whatever follows it', () => {
  expect(idShown('did:web:a-very-long-name-of-a-district.schools.example')).toBe(
    'did:web:a-very-long-name-of-a-district.schools.example',
  )
  expect(idShown('did:web:dc.schools.example:spring2022:portal:learner:6896f98f')).toBe(
    'did:web:dc.schools.example:spri…f98f',
  )
})

test('names, addresses and short ids are shown as they are', () => {
  for (const text of [
    'Ana María de los Ángeles Fernández Castellanos',
    'did:example: Ana María de los Ángeles Fernández',
    'https://issuer.example/a/very/long/address/of/an/issuer',
    'did:example:teacher',
  ])
    expect(idShown(text)).toBe(text)
})
