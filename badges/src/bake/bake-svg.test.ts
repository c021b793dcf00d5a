import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aBadge, bytesOf } from '../../test/a-badge.ts'
import { utf8 } from '../bytes/text.ts'
import { detect } from '../detect/detect.ts'
import { bake, unbake, type BadgeKeyword } from './bake.ts'

const picture = `<?xml version="1.0" encoding="UTF-8"?>
<!-- drawn & "saved" by hand: ü -->
<svg xmlns="http://www.w3.org/2000/svg" viewBox='0 0 1 1'>
  <title>A &amp; B</title>\r
  <path d="M0 0h1"/>
</svg>
<!-- after -->\n`

const text = (bytes: Uint8Array) =>
  new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
const baked = (svg: string, credential: string, keyword?: BadgeKeyword) =>
  text(bake(utf8(svg), credential, keyword))

test('a badge goes directly behind the root’s start tag, under a prefix of its own', () => {
  expect(baked(picture, '{"a":1}')).toBe(
    picture.replace(
      `viewBox='0 0 1 1'>`,
      `viewBox='0 0 1 1'><openbadges:credential xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0"><![CDATA[{"a":1}]]></openbadges:credential>`,
    ),
  )
})

test('whatever JSON is baked comes out again, also with the end of a CDATA section in it', () => {
  const odd = fc.constantFrom(']]>', ']]', ']', '>', '<', '&amp;', '<![CDATA[', '"', 'ü', '</svg>')
  const value = fc
    .array(fc.oneof(odd, fc.string({ unit: 'grapheme' })))
    .map(parts => parts.join(''))
  fc.assert(
    fc.property(value, value, (first, second) => {
      const [one, other] = [JSON.stringify({ a: first }), JSON.stringify({ b: second })]
      const once = bake(utf8(picture), one)
      expect(unbake(once)).toMatchObject({ ok: true, value: { text: one, notes: [] } })
      const twice = bake(once, other)
      expect(unbake(twice)).toMatchObject({ ok: true, value: { text: other, notes: [] } })
      // The earlier badge is gone, and nothing else is.
      expect(text(twice)).toBe(baked(picture, other))
    }),
    { seed: 1 },
  )
})

test('earlier badges of every kind, prefix and place are taken out, and no other byte', () => {
  const rest = '<g fill="red">\n  <circle r="1"/> </g>'
  const old = [
    '<a:assertion xmlns:a="http://openbadges.org" verify="https://a.example/1"/>',
    '<credential xmlns="https://purl.imsglobal.org/ob/v3p0"><![CDATA[{"old":true}]]></credential>',
    '<credential xmlns="https://purl.imsglobal.org/clr/v2p0">{"old":true}<credential xmlns="https://purl.imsglobal.org/ob/v3p0"/></credential>',
  ]
  const svg = (inside: string) =>
    `\ufeff<s:svg xmlns:s="http://www.w3.org/2000/svg">${inside}</s:svg>`
  const withOld = svg(`${old[0]}\n${rest.replace('\n', old[1] ?? '')}${old[2]}`)
  expect(baked(withOld, '{}')).toBe(baked(svg(`\n${rest.replace('\n', '')}`), '{}'))
  // An element of the same name and another namespace is no badge.
  const other = '<credential xmlns="https://other.example/">x</credential>'
  expect(baked(svg(other), '{}')).toContain(other)
})

test('an empty root is opened; a JWS goes into verify; each kind has its own element', () => {
  const empty = '<svg xmlns="http://www.w3.org/2000/svg" />'
  expect(baked(empty, ' e30.e30.AA\n')).toBe(
    '<svg xmlns="http://www.w3.org/2000/svg" ><openbadges:credential xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0" verify="e30.e30.AA"></openbadges:credential></svg>',
  )
  expect(unbake(utf8(baked(empty, 'e30.e30.AA')))).toMatchObject({ value: { text: 'e30.e30.AA' } })
  for (const [keyword, container] of [
    ['openbadges', 'http://openbadges.org|assertion'],
    ['clrcredential', 'https://purl.imsglobal.org/clr/v2p0|credential'],
  ] as const)
    expect(unbake(utf8(baked(empty, '{}', keyword)))).toMatchObject({ value: { container } })
})

test('a baked SVG is detected as the badge it is', async () => {
  const svg = bake(utf8(picture), text(bytesOf(await aBadge())))
  expect(detect(svg)).toMatchObject({ kind: 'badge', version: '3.0', form: 'svg', notes: [] })
})

test('what is no SVG in UTF-8, or could expand, is refused', () => {
  const refusal = (bytes: Uint8Array, credential = '{}') => {
    try {
      bake(bytes, credential)
      return 'baked'
    } catch (error) {
      return error instanceof Error && 'code' in error ? error.code : error
    }
  }
  const svg = (inside = '') => `<svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>`
  expect(refusal(utf8('<svg></svg>'))).toBe('PARSING_ERROR')
  expect(refusal(utf8(`<html>${svg()}</html>`))).toBe('PARSING_ERROR')
  expect(refusal(utf8(svg('<g>')))).toBe('PARSING_ERROR')
  expect(refusal(utf8(`<!DOCTYPE svg [<!ENTITY a "b">]>${svg()}`))).toBe('DOCTYPE_REFUSED')
  expect(refusal(utf8(`<?xml version="1.0" encoding="ISO-8859-1"?>${svg()}`))).toBe('PARSING_ERROR')
  expect(refusal(Uint8Array.of(0x3c, 0xff, 0xfe))).toBe('PARSING_ERROR')
  expect(refusal(utf8(svg()), '{"a":"\u0001"}')).toBe('MALFORMED_VALUE_ERROR')
  expect(refusal(utf8(svg()), '{"a":"\ud800"}')).toBe('MALFORMED_VALUE_ERROR')
  expect(refusal(utf8(svg()), ' '.repeat(1024 * 1024 + 1))).toBe('TOO_LARGE')
  expect(refusal(utf8(svg('<g>'.repeat(300))))).toBe('TOO_DEEP')
})
