import { expect, test } from 'vitest'
import { addressesIn, isAddress } from './addresses.ts'

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
