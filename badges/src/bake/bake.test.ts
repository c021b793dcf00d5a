import fc from 'fast-check'
import { zlibSync } from 'fflate'
import { expect, test } from 'vitest'
import { aBadge, aPng, bytesOf } from '../../test/a-badge.ts'
import { joinBytes, utf8 } from '../bytes/text.ts'
import { detect } from '../detect/detect.ts'
import { bake, unbake } from './bake.ts'
import { pngChunk, pngChunks } from './png-chunks.ts'

const textChunk = (keyword: string, text: string) =>
  pngChunk('iTXt', joinBytes(utf8(`${keyword}\0\0\0\0\0`), utf8(text)))

test('whatever text is baked comes out again, and baking twice keeps one badge', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (first, second) => {
      const once = bake(aPng(), first)
      const twice = bake(once, second)
      // Lone surrogates cannot be written in UTF-8; the encoder replaces them.
      const written = new TextDecoder('utf-8', { ignoreBOM: true }).decode(utf8(second))
      const out = unbake(twice)
      if (written.startsWith('\ufeff')) return
      expect(out).toEqual({
        ok: true,
        value: { container: 'openbadgecredential', text: written, notes: [] },
      })
    }),
    { seed: 1 },
  )
})

test('every other byte of the picture stays', () => {
  const other = textChunk('Comment', 'made by hand')
  const png = aPng(other, textChunk('openbadges', '{"old":true}'))
  const rest = joinBytes(Uint8Array.of(1, 2, 3))
  const baked = bake(joinBytes(png, rest), '{}')
  const chunks = pngChunks(baked)
  if (!chunks.ok) throw new Error('not a PNG any more')
  expect(chunks.value.map(chunk => chunk.type)).toEqual(['IHDR', 'iTXt', 'iTXt', 'IDAT', 'IEND'])
  expect(baked.slice(-3)).toEqual(rest)
  const without = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')
  expect(without(baked)).toContain(without(other))
  expect(without(baked)).not.toContain('old')
})

test('a baked badge is detected as the badge it is', async () => {
  const badge = await aBadge()
  const baked = bake(aPng(), new TextDecoder().decode(bytesOf(badge)))
  expect(detect(baked)).toMatchObject({ kind: 'badge', version: '3.0', form: 'png', notes: [] })
})

test('two badges in one picture: the newer kind and the first of its kind count, and it is told', () => {
  const png = aPng(
    textChunk('openbadges', '{"kind":"old"}'),
    textChunk('openbadgecredential', '{"kind":"first"}'),
    textChunk('openbadgecredential', '{"kind":"second"}'),
  )
  expect(unbake(png)).toEqual({
    ok: true,
    value: {
      container: 'openbadgecredential',
      text: '{"kind":"first"}',
      notes: [
        { code: 'DUPLICATE_CHUNK', facts: { keyword: 'openbadgecredential', count: 2 } },
        { code: 'OTHER_CHUNK', facts: { keyword: 'openbadges', count: 1 } },
      ],
    },
  })
})

test('old and compressed text chunks are read, with a ceiling on what they become', () => {
  expect(unbake(aPng(pngChunk('tEXt', utf8('openbadges\0https://a.example/1'))))).toMatchObject({
    ok: true,
    value: { text: 'https://a.example/1' },
  })
  const packed = (text: string) =>
    aPng(pngChunk('zTXt', joinBytes(utf8('openbadges\0\0'), zlibSync(utf8(text)))))
  expect(unbake(packed('{"a":1}'))).toMatchObject({
    ok: true,
    value: { text: '{"a":1}', notes: [{ code: 'COMPRESSED' }] },
  })
  expect(unbake(packed(' '.repeat(2 * 1024 * 1024)))).toMatchObject({
    ok: false,
    refusal: { code: 'TOO_LARGE' },
  })
})

test('a picture without a badge, cut short, or with a wrong checksum says so', () => {
  expect(unbake(aPng())).toMatchObject({ refusal: { code: 'NO_BADGE_INSIDE' } })
  expect(unbake(aPng().slice(0, -5))).toMatchObject({ refusal: { code: 'TRUNCATED' } })
  const baked = bake(aPng(), '{"a":1}')
  const at = Buffer.from(baked).indexOf('"a":1')
  baked[at + 1] = 0x62
  expect(unbake(baked)).toMatchObject({
    value: { text: '{"b":1}', notes: [{ code: 'CRC_MISMATCH' }] },
  })
  expect(() => bake(utf8('GIF89a'), '{}')).toThrow(expect.objectContaining({ code: 'NOT_A_PNG' }))
})

test('an SVG is read by namespace, not by prefix, and nothing in it expands', () => {
  const svg = (body: string, head = '') =>
    utf8(`<?xml version="1.0"?>${head}<svg xmlns="http://www.w3.org/2000/svg">${body}</svg>`)
  const ns = 'https://purl.imsglobal.org/ob/v3p0'
  expect(unbake(svg(`<x:credential xmlns:x="${ns}"><![CDATA[{"a":"<"}]]></x:credential>`))).toEqual(
    {
      ok: true,
      value: { container: `${ns}|credential`, text: '{"a":"<"}', notes: [] },
    },
  )
  expect(unbake(svg(`<credential xmlns="${ns}" verify="a.b.c">{}</credential>`))).toMatchObject({
    value: { text: 'a.b.c' },
  })
  expect(unbake(svg('<openbadges:credential>{}</openbadges:credential>'))).toMatchObject({
    refusal: { code: 'NO_BADGE_INSIDE' },
  })
  expect(unbake(svg('', '<!DOCTYPE svg [<!ENTITY a "b">]>'))).toMatchObject({
    refusal: { code: 'DOCTYPE_REFUSED' },
  })
  expect(unbake(svg(`<credential xmlns="${ns}">&boom;</credential>`))).toMatchObject({
    refusal: { code: 'PARSING_ERROR' },
  })
  const declarations = Array.from({ length: 30 }, (_, at) => `xmlns:p${at}="urn:${at}"`).join(' ')
  expect(unbake(svg(`<g ${declarations}>`.repeat(40)))).toMatchObject({
    refusal: { code: 'TOO_LARGE' },
  })
  expect(unbake(svg('<g>'.repeat(300)))).toMatchObject({ refusal: { code: 'TOO_DEEP' } })
})
