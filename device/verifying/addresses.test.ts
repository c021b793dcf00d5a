import { expect, test } from 'vitest'
import { addressesIn, isAddress } from './addresses.ts'
import { issuerHost } from './issuer-host.ts'

const told = (text: string) =>
  [...addressesIn(text)].map(line => ('address' in line ? line.address : line.noneIn))

test('a list of addresses is read whatever its columns and its signs between them', () => {
  expect(told('https://a.example/1\nhttps://a.example/2')).toEqual([
    'https://a.example/1',
    'https://a.example/2',
  ])
  expect(
    told('\uFEFFName,Badge\r\nAna,https://a.example/1?x=1\r\n"Lu, Bo","https://a.example/2"\r\n'),
  ).toEqual(['https://a.example/1?x=1', 'https://a.example/2'])
  expect(told('a;"say ""hi""\nthere";https://a.example/1\n\nb\thttp://b.example/')).toEqual([
    'https://a.example/1',
    'http://b.example/',
  ])
})

test('a line without an address is told by its number; a heading and blank lines are not', () => {
  expect(told('Address\n\nhttps://a.example/1\nnone\n \nftp://x')).toEqual([
    'https://a.example/1',
    4,
    6,
  ])
  expect(told('')).toEqual([])
  expect(told('"never closed\nhttps://a.example')).toEqual([])
})

test.each([
  'file:///etc/passwd',
  'javascript:alert(1)',
  'https://',
  'https://a b',
  `https://a/${'x'.repeat(5_000)}`,
])('%s is no address that is fetched', text => {
  expect(isAddress(text)).toBe(false)
})

test('row 32: the host of an issuer is told from its id, look-alikes as punycode', () => {
  expect(issuerHost('did:web:learn.example:issuers:1')).toBe('learn.example')
  expect(issuerHost('did:web:localhost%3A8443')).toBe('localhost:8443')
  expect(issuerHost('https://аpple.example/issuer')).toBe('xn--pple-43d.example')
  expect(issuerHost('https://good.example@evil.example/')).toBe('evil.example')
  expect(issuerHost('did:key:z6Mk')).toBeUndefined()
  expect(issuerHost('did:web:%E0%A4%A')).toBeUndefined()
  expect(issuerHost(undefined)).toBeUndefined()
})
