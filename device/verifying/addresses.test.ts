import { expect, test } from 'vitest'
import { addressesIn, isAddress, isList, textOfList } from './addresses.ts'

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
  ['by the head of its column', 'name,homepage,badge\nAna,https://s.example/a,https://b.example/1'],
  [
    'by a head that names the badge before one that names a link',
    'Enlace;Dirección de la insignia\nhttps://s.example/a;https://b.example/1',
  ],
  ['by an address under a head, not by a name there', 'Badge,URL\nWait time,https://b.example/1'],
  ['not in the column of pictures', 'url,badge image\nhttps://b.example/1,https://b.example/1.png'],
  ['by its looks', 'Ana,https://s.example/staff/ana,https://s.example/badges/1'],
  ['by being more than a front page', 'Ana,https://s.example/,https://b.example/1'],
  ['first, where nothing tells', 'https://b.example/1,https://c.example/1'],
])('of several addresses in a line the badge is found %s', (_how, text) => {
  const [found] = told(text)
  expect(found).toMatch(/^https:\/\/(b\.example\/1|s\.example\/badges\/1)$/)
})

test('a table that was copied with its heading is a list; a badge with addresses in it is none', () => {
  expect(isList('Name\tBadge\nAna\thttps://a.example/1')).toBe(true)
  expect(isList('{"id": "https://a.example/1",\n"https://a.example/2": 1}')).toBe(false)
  expect(isList('<svg><a>\nhttps://a.example/1\n</a></svg>')).toBe(false)
  expect(isList('eyJhbGciOiJFZERTQSJ9.e30.c2ln')).toBe(false)
  expect(isList('Dear office,\nmy badges are on paper.')).toBe(false)
})

test('a list that a spreadsheet wrote as UTF-16 is read', () => {
  const text = 'Nombre\tInsignia\r\nJosé\thttps://a.example/1\r\n'
  const little = Buffer.from(`\uFEFF${text}`, 'utf16le')
  expect(told(textOfList(little))).toEqual(['https://a.example/1'])
  expect(told(textOfList(Buffer.from(little).swap16()))).toEqual(['https://a.example/1'])
  expect(textOfList(Buffer.from(text))).toBe(text)
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
