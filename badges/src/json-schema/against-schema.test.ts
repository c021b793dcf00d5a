import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { JsonObject, JsonValue } from '../json/value.ts'
import { schemaStepsMax } from '../limits.ts'
import { againstSchema } from './against-schema.ts'
import { Meter } from './meter.ts'

const url = 'https://schema.example/one'
const documents: Readonly<Record<string, JsonValue>> = {
  'https://schema.example/text': { $id: 'https://schema.example/text', type: 'string' },
}
const judged = (schema: JsonValue, value: JsonValue, stepsMax = schemaStepsMax) =>
  againstSchema(value, {
    url,
    schema,
    documentAt: at => documents[at] ?? null,
    meter: new Meter(stepsMax),
  })

/** What is said of a value: `fits`, the places with their keywords, or why nothing can be said. */
const told = (schema: JsonValue, value: JsonValue, stepsMax?: number): string => {
  const result = judged(schema, value, stepsMax)
  if (!result.ok) return result.refusal.code
  return result.value.map(({ about, keyword }) => `${about} ${keyword}`).join(', ') || 'fits'
}

const cases: readonly (readonly [string, JsonValue, JsonValue, string])[] = [
  ['type', { type: ['string', 'null'] }, 1, ' type'],
  ['an integer is any whole number', { type: 'integer' }, 1.0, 'fits'],
  ['const compares by value', { const: { a: 1, b: [2] } }, { b: [2], a: 1 }, 'fits'],
  ['enum', { enum: [1, 'a', null] }, false, ' enum'],
  ['a fraction that binary cannot hold', { multipleOf: 0.0001 }, 0.0075, 'fits'],
  ['limits of numbers', { minimum: 2, exclusiveMaximum: 4 }, 4, ' exclusiveMaximum'],
  ['length in characters, not code units', { maxLength: 1 }, '💯', 'fits'],
  ['uniqueItems', { uniqueItems: true }, [{ a: 1 }, { a: 1 }], ' uniqueItems'],
  ['required, also of a name all objects have', { required: ['toString'] }, {}, ' required'],
  ['dependentRequired', { dependentRequired: { a: ['b'] } }, { a: 1 }, ' dependentRequired'],
  ['a pattern occurs anywhere', { pattern: 'b+' }, 'abba', 'fits'],
  ['an anchored pattern', { pattern: '^a{2,3}$' }, 'aaaa', ' pattern'],
  [
    'items one by one and the rest',
    { items: [true], additionalItems: { type: 'null' } },
    [1, 2],
    '/1 type',
  ],
  ['contains, at most so many', { contains: { const: 1 }, maxContains: 1 }, [1, 1], ' maxContains'],
  [
    'nothing more than is named',
    { properties: { a: true }, additionalProperties: false },
    { b: 1 },
    '/b additionalProperties',
  ],
  [
    'patternProperties are named too',
    { patternProperties: { '^x': true }, additionalProperties: false },
    { x1: 1 },
    'fits',
  ],
  ['propertyNames', { propertyNames: { maxLength: 1 } }, { ab: 1 }, '/ab propertyNames'],
  [
    'if, then, else',
    JSON.parse('{"if":{"type":"string"},"then":{"minLength":2},"else":{"minimum":2}}'),
    1,
    ' minimum',
  ],
  ['not', { not: {} }, 1, ' not'],
  ['oneOf, where two fit', { oneOf: [true, { type: 'number' }] }, 1, ' oneOf'],
  [
    'anyOf tells of the nearest form',
    { anyOf: [{ type: 'string' }, { required: ['a', 'b'] }] },
    { a: 1 },
    ' anyOf, type, required',
  ],
  [
    'unevaluatedProperties sees through others',
    { allOf: [{ properties: { a: true } }], unevaluatedProperties: false },
    { a: 1, b: 1 },
    '/b unevaluatedProperties',
  ],
  [
    'unevaluatedItems',
    { anyOf: [{ items: [true] }], unevaluatedItems: false },
    [1, 2],
    '/1 unevaluatedItems',
  ],
  [
    'a reference with something beside it',
    { $ref: '#/$defs/a', maximum: 3, $defs: { a: { minimum: 2 } } },
    4,
    ' maximum',
  ],
  [
    'a reference by anchor',
    { $ref: '#n', $defs: { a: { $anchor: 'n', type: 'null' } } },
    1,
    ' type',
  ],
  ['another document, relative to the address', { $ref: 'text' }, 1, ' type'],
  ['a document that is not at hand', { $ref: 'https://schema.example/absent' }, 1, 'NOT_RETRIEVED'],
  ['a reference to nothing', { $ref: '#/$defs/none' }, 1, 'MALFORMED_VALUE_ERROR'],
  ['a schema that is none', [], 1, 'MALFORMED_VALUE_ERROR'],
  ['format is a note', { format: 'date' }, 'tomorrow', 'fits'],
]
test.each(cases)('%s', (name, schema, value, expected) => {
  const said = told(schema, value)
  if (name.startsWith('anyOf tells')) expect(said).toMatch(/^ anyOf, /)
  else expect(said).toBe(expected)
})

test('$recursiveRef reaches the outermost schema that allows it', () => {
  const tree = {
    $id: 'https://schema.example/tree',
    $recursiveAnchor: true,
    type: 'object',
    properties: { children: { items: { $recursiveRef: '#' } } },
  }
  const strict = {
    $id: 'https://schema.example/strict',
    $recursiveAnchor: true,
    $ref: 'tree',
    unevaluatedProperties: false,
    properties: { name: true },
    $defs: { tree },
  }
  expect(told(strict, { children: [{ name: 'a' }] })).toBe('fits')
  expect(told(strict, { children: [{ nmae: 'a' }] })).toMatch(
    /^\/children\/0\/nmae unevaluatedProperties/,
  )
})

test('a schema that asks for more than there is time for is given up', () => {
  const doubling = Object.fromEntries(
    Array.from({ length: 60 }, (_, at) => {
      const next = { $ref: `#/$defs/${at + 1}` }
      return [String(at), { allOf: [next, next] }]
    }),
  )
  const wide = Object.fromEntries(Array.from({ length: 9_000 }, (_, at) => [`k${at}`, true]))
  // One schema asked for many times: what a document of some size can hold.
  const many = (schema: JsonObject, $ref = '#/$defs/one', name = 'one'): JsonObject => ({
    allOf: Array.from({ length: 9_000 }, () => ({ $ref })),
    $defs: { [name]: schema },
  })
  const hostile: readonly (readonly [JsonValue, JsonValue])[] = [
    [{ $ref: '#' }, 1],
    [{ $recursiveRef: '#' }, 1],
    [{ $ref: '#/$defs/0', $defs: { ...doubling, 60: true } }, 1],
    [many({ maxLength: 2_000_000 }), 'x'.repeat(900_000)],
    [many({ maxProperties: 10_000 }), wide],
    [many({ dependentRequired: wide }), {}],
    [many({ dependentSchemas: wide }), {}],
    [many({ properties: wide }), wide],
    [many({ items: true }), Array.from({ length: 9_000 }, () => 1)],
    [many({ contains: true }), Array.from({ length: 9_000 }, () => 1)],
    [many({ additionalProperties: true }), { ['k'.repeat(900_000)]: 1 }],
    [many({}, `#/$defs/${'d'.repeat(90_000)}`, 'd'.repeat(90_000)), 1],
    [{ items: { uniqueItems: true } }, Array.from({ length: 300 }, () => ['x'.repeat(100_000)])],
    [
      { items: { enum: Array.from({ length: 10_000 }, (_, at) => at) } },
      Array.from({ length: 10_000 }, () => -1),
    ],
    [{ pattern: '(a|b)*'.repeat(500) }, 'x'],
    [{ pattern: '((a{0,9999}){0,9999}){0,9999}' }, 'x'],
    [{ pattern: '((?:){9999}){9999}' }, 'x'],
    [{ pattern: 'a{1500}$' }, 'a'.repeat(100_000)],
  ]
  // A tenth of what a badge has is enough to see it, and ten times as quick.
  for (const [schema, value] of hostile)
    expect(told(schema, value, schemaStepsMax / 10)).toBe('TOO_COMPLEX')
  // Nested keywords that several rules walk must not be walked several times at each level.
  let nested: JsonValue = true
  for (let depth = 0; depth < 62; depth += 1) nested = { items: nested }
  expect(told(nested, 1)).toBe('fits')
})

test('patterns that take the built-in engine for ever are matched in one pass', () => {
  const text = `${'a'.repeat(50_000)}!`
  for (const pattern of ['^(a+)+$', '^(a|a)*$', '^(a|aa)+$', '(a*)*b', '^(?:a?){50}a{50}$'])
    expect(told({ pattern }, text)).toBe(' pattern')
})

test('what cannot be matched in one pass is said, not guessed', () => {
  for (const pattern of [
    '(?=a)b',
    '(?!a)b',
    '(?<=a)b',
    '(a)\\1',
    '(',
    'a)',
    '[a',
    '*a',
    'a{3,2}',
    '\\k<a>',
  ])
    expect(told({ pattern }, 'b'), pattern).toBe('TOO_COMPLEX')
})

test('patterns answer as the built-in engine does', () => {
  const piece = fc.constantFrom(
    'a',
    'b',
    '.',
    '[ab]',
    '[^a]',
    '\\d',
    '\\w',
    '\\b',
    '^',
    '$',
    '\\.',
    '-',
  )
  const quantified = fc
    .tuple(
      fc.constantFrom('a', 'b', '.', '[ab]', '\\d', '(a|b)', '(?:ab)', '(a*)'),
      fc.constantFrom('*', '+', '?', '{2}', '{1,2}', '{0,}', '*?'),
    )
    .map(([atom, count]) => atom + count)
  const pattern = fc
    .array(fc.oneof(piece, quantified), { minLength: 1, maxLength: 6 })
    .chain(parts => fc.constantFrom(parts.join(''), parts.join('|'), `(${parts.join('')})+`))
  fc.assert(
    fc.property(
      pattern,
      fc.string({ unit: fc.constantFrom('a', 'b', '1', '-', '.', '\n', 'é'), maxLength: 8 }),
      (source, text) => {
        expect(told({ pattern: source }, text)).toBe(
          new RegExp(source, 'u').test(text) ? 'fits' : ' pattern',
        )
      },
    ),
    { numRuns: 2000, seed: 3 },
  )
})

test('no schema and no document make it throw', () => {
  const keyword = fc.constantFrom(
    'type',
    'items',
    'properties',
    'anyOf',
    '$ref',
    '$id',
    '$anchor',
    'pattern',
    'required',
    'not',
    'contains',
    'enum',
    'multipleOf',
    '$recursiveRef',
    'patternProperties',
    'dependentSchemas',
    'additionalProperties',
    'unevaluatedItems',
  )
  const { schema } = fc.letrec<{ schema: JsonValue; object: JsonObject }>(tie => ({
    schema: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom<JsonValue>(true, false, 1, null, '#', '#/items', 'a', ['string']),
      tie('object'),
      fc.array(tie('schema'), { maxLength: 3 }),
    ),
    object: fc.dictionary(keyword, tie('schema'), { maxKeys: 4 }),
  }))
  fc.assert(
    fc.property(schema, fc.jsonValue({ maxDepth: 3 }), (hostile, value) => {
      const document: JsonValue = JSON.parse(JSON.stringify(value))
      expect(typeof judged(hostile, document).ok).toBe('boolean')
    }),
    { numRuns: 2000, seed: 4 },
  )
})
