import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson } from './jcs.ts'

const text = (json: string) => canonicalJson(JSON.parse(json))

test('numbers are written as ECMAScript writes them (RFC 8785 section 3.2.2.3)', () => {
  expect(text('[333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001, -0]')).toEqual(
    {
      ok: true,
      value: '[333333333.3333333,1e+30,4.5,0.002,1e-27,0]',
    },
  )
})

test('keys are in the order of their UTF-16 code units (section 3.2.3)', () => {
  const keys = ['\u20ac', '\r', '\ufb33', '1', '\u{1f600}', '\u0080', '\u00f6']
  const canonical = canonicalJson(Object.fromEntries(keys.map(key => [key, 1])))
  if (!canonical.ok) throw new Error('refused')
  expect(Object.keys(JSON.parse(canonical.value))).toEqual(
    expect.arrayContaining(['1', '\r', '\u0080', '\u00f6', '\u20ac', '\u{1f600}', '\ufb33']),
  )
  const places = ['\\r', '1', '\u0080', '\u00f6', '\u20ac', '\u{1f600}', '\ufb33'].map(key =>
    canonical.value.indexOf(`"${key}"`),
  )
  expect(places).toEqual(places.toSorted((first, second) => first - second))
  expect(places).not.toContain(-1)
})

test('strings keep what they are and escape as little as may be', () => {
  expect(text('{"a":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/"}')).toEqual({
    ok: true,
    value: '{"a":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  })
})

test('what I-JSON cannot say is refused', () => {
  for (const json of ['"\\ud800"', '"\\udc00x"', '{"\\udead":1}', '[1e999]'])
    expect(text(json)).toMatchObject({ ok: false, refusal: { code: 'PARSING_ERROR' } })
})

test('order and white space make no difference, and what comes out says the same', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), value => {
      const once = text(JSON.stringify(value))
      if (!once.ok) return
      expect(JSON.parse(once.value)).toEqual(JSON.parse(JSON.stringify(value)))
      expect(text(JSON.stringify(JSON.parse(once.value), null, 2))).toEqual(once)
    }),
    { seed: 8785 },
  )
})
