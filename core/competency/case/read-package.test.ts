import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { competencySchema, frameworkSchema } from '../record.ts'
import { caseLimits } from './limits.ts'
import type { CaseReading } from './read-package.ts'
import { readCasePackage } from './read-package.ts'
import { naturally } from './tree.ts'
import { aPackage, edge, idOf, item } from './package.builder.ts'

const read = (input: unknown): CaseReading => readCasePackage(input, { source: 'test.json' })
const codes = (reading: CaseReading) => reading.problems.map(problem => problem.code)

function taken(input: unknown) {
  const reading = read(input)
  if (reading.outcome === 'refused') throw new Error(JSON.stringify(reading.problems))
  return reading
}

describe('order and place', () => {
  test('siblings stand by sequence number, then enumeration, then code, then order in the file', () => {
    const rows = [
      item(1, { humanCodingScheme: 'A.10' }),
      item(2, { humanCodingScheme: 'A.9' }),
      item(3, { listEnumeration: '2', humanCodingScheme: 'A.1' }),
      item(4),
      item(5),
    ]
    const edges = [1, 2, 3, 4, 5].map(n => edge(n, 0, n === 4 ? { sequenceNumber: 7 } : {}))
    const { competencies } = taken(aPackage(rows, edges))
    const order = competencies.toSorted((a, b) => a.body.position - b.body.position)
    expect(order.map(one => one.id)).toEqual([4, 3, 2, 1, 5].map(idOf))
  })

  test('"2.9" comes before "2.10", and a code before none', () => {
    expect(['2.10', '', '2.9', '2'].toSorted(naturally)).toEqual(['2', '2.9', '2.10', ''])
  })

  test('an item below one that is not here hangs under the document', () => {
    const { competencies, problems } = taken(aPackage([item(1)], [edge(1, 9)]))
    expect(competencies[0]?.body.parent).toBeUndefined()
    expect(problems).toMatchObject([{ code: 'missing-node', severity: 'warning', value: idOf(9) }])
  })

  test('an item that contains itself refuses the package', () => {
    expect(codes(read(aPackage([item(1)], [edge(1, 1)])))).toEqual(['cycle'])
  })

  test('a tree deeper than a screen can draw refuses the package', () => {
    const rows = Array.from({ length: caseLimits.treeDepthMax + 1 }, (_, n) => item(n + 1))
    const chain = rows.map((_, n) => edge(n + 1, n))
    expect(codes(read(aPackage(rows, chain)))).toEqual(['too-deep'])
    expect(read(aPackage(rows.slice(1), chain)).outcome).not.toBe('refused')
  })
})

describe('what a level looks like', () => {
  const rubric = (levels: readonly object[], n = 1) => ({
    CFRubricCriteria: [{ CFItemURI: { identifier: idOf(n) }, CFRubricCriterionLevels: levels }],
  })

  test('levels stand lowest first, by score whatever their order in the file', () => {
    const levels = [
      { quality: 'High', score: 3, position: 1, description: 'h' },
      { quality: 'Low', score: 1, position: 2, description: 'l' },
    ]
    const { framework, competencies } = taken(
      aPackage([item(1)], [], { CFRubrics: [rubric(levels)] }),
    )
    expect(framework.body.levels.map(level => level.code)).toEqual(['Low', 'High'])
    expect(competencies[0]?.body.levels).toEqual([
      { code: 'Low', statement: 'l' },
      { code: 'High', statement: 'h' },
    ])
  })

  test('scales of several rubrics become one, a new level after the one before it', () => {
    const scale = (...names: string[]) => rubric(names.map(quality => ({ quality })))
    const { framework } = taken(
      aPackage([item(1)], [], { CFRubrics: [scale('A', 'C'), scale('A', 'B'), scale('B', 'D')] }),
    )
    expect(framework.body.levels.map(level => level.code)).toEqual(['A', 'B', 'D', 'C'])
  })

  test('a second criterion for the same item and level adds its words', () => {
    const row = (description: string) => rubric([{ quality: 'A', description }])
    const { competencies } = taken(aPackage([item(1)], [], { CFRubrics: [row('one'), row('two')] }))
    expect(competencies[0]?.body.levels).toEqual([{ code: 'A', statement: 'one\ntwo' }])
  })

  test('more levels than the limit are left out and told', () => {
    const many = Array.from({ length: 60 }, (_, n) => ({ quality: `L${n}` }))
    const reading = taken(aPackage([item(1)], [], { CFRubrics: [rubric(many)] }))
    expect(reading.framework.body.levels).toHaveLength(caseLimits.levelsMax)
    expect(codes(reading)).toEqual(['too-many'])
  })
})

describe('hostile and broken input', () => {
  test('JSON nested a million deep is refused with the line, not a crash', () => {
    expect(read(`\n${'['.repeat(1_000_000)}`).problems).toMatchObject([
      { code: 'too-deep', path: 'line 2' },
    ])
  })

  test('a value that loops is refused', () => {
    const loop: { inner?: unknown } = {}
    loop.inner = loop
    expect(codes(read(loop))).toEqual(['too-deep'])
  })

  test('`__proto__` and `constructor` in a package change nothing', () => {
    const text = JSON.stringify(aPackage([item(1)], [])).replace(
      '{"CFDocument"',
      '{"__proto__":{"CFRubrics":[1]},"constructor":{"prototype":{"polluted":1}},"CFDocument"',
    )
    const { framework, problems } = taken(text)
    expect(problems).toEqual([])
    expect(framework.body).not.toHaveProperty('polluted')
    expect({}).not.toHaveProperty('polluted')
  })

  test('one item over the limit is refused, the limit itself is read', () => {
    const rows = Array.from({ length: caseLimits.itemsMax + 1 }, (_, n) => item(n + 1))
    expect(read(aPackage(rows, [])).problems).toMatchObject([
      { code: 'too-many', path: '/CFItems', value: '20001' },
    ])
    expect(taken(aPackage(rows.slice(1), [])).framework.body.itemsCount).toBe(caseLimits.itemsMax)
  })

  test('equal problems are told once and counted', () => {
    const rows = Array.from({ length: 50 }, (_, n) => item(n + 1, { lastChangeDateTime: 'May' }))
    expect(taken(aPackage(rows, [])).problems).toMatchObject([
      { code: 'bad-datetime', path: '/CFItems/0/lastChangeDateTime', value: 'May', count: 50 },
    ])
  })

  test('letters that were lost before us are refused, in text and in bytes of UTF-16', () => {
    expect(codes(read('{"title":"caf\uFFFD"}'))).toEqual(['encoding'])
    const utf16 = new Uint8Array([0xff, 0xfe, 0x7b, 0x00])
    expect(read(utf16).problems).toMatchObject([{ code: 'encoding', value: 'UTF-16' }])
  })

  test('control characters and half characters are taken out and told', () => {
    const { competencies, problems } = taken(
      aPackage([item(1, { fullStatement: 'a\u0000b\ud800c\n\td' })], []),
    )
    expect(competencies[0]?.body.statement).toBe('abc\n\td')
    expect(problems).toMatchObject([{ code: 'control-characters', severity: 'warning' }])
  })

  test.each([
    ['../../etc/passwd', 'not-a-uuid'],
    ['', 'missing-identifier'],
    [null, 'missing-identifier'],
    [{}, 'missing-identifier'],
  ])('an item called %j is left out', (identifier, code) => {
    const reading = taken(aPackage([item(1), item(2, { identifier })], []))
    expect(reading.outcome).toBe('read-with-problems')
    expect(reading.competencies).toHaveLength(1)
    expect(codes(reading)).toContain(code)
  })

  test('an item without a UUID gets its id below the framework, so that two frameworks never meet', () => {
    const rows = [item(1, { identifier: 'Item-1' }), item(2)]
    const edges = [edge(2, 0, { destinationNodeURI: { identifier: 'item-1' } })]
    const { competencies } = taken(aPackage(rows, edges))
    expect(competencies[0]?.id).toBe(`${idOf(0)}~item-1`)
    expect(competencies[1]?.body.parent).toBe(`${idOf(0)}~item-1`)
  })

  test('the same item twice is one, a different one under its identifier refuses the package', () => {
    const twice = taken(aPackage([item(1), item(1)], []))
    expect(twice.outcome).toBe('read')
    expect(twice.competencies).toHaveLength(1)
    expect(codes(read(aPackage([item(1), item(1, { fullStatement: 'other' })], [])))).toEqual([
      'duplicate-id',
    ])
  })

  test('an address that could run is not kept', () => {
    const { framework, problems } = taken(
      aPackage([item(1)], [], {}, { uri: 'javascript:alert(1)' }),
    )
    expect(framework.body.uri).toBe('')
    expect(problems.map(problem => problem.code)).toContain('bad-uri')
  })

  test('a document that is itself called item-1 is refused', () => {
    expect(codes(read(aPackage([], [], {}, { identifier: 'item-1' })))).toEqual(['not-a-uuid'])
  })
})

describe('whatever comes', () => {
  const answered = (input: unknown) => {
    const reading = read(input)
    for (const problem of reading.problems) expect(problem.value?.length ?? 0).toBeLessThan(201)
    if (reading.outcome === 'refused') {
      expect(reading.problems.some(problem => problem.severity === 'error')).toBe(true)
      return
    }
    expect(frameworkSchema.safeParse(reading.framework.body).error).toBeUndefined()
    for (const { body } of reading.competencies) {
      expect(competencySchema.safeParse(body).error).toBeUndefined()
    }
  }
  const junk = fc.oneof(
    fc.jsonValue({ maxDepth: 3 }),
    fc.constantFrom<unknown>(null, '', -1, 1e308, '\ud800', '__proto__', idOf(0), idOf(2), [], {}),
    fc.string({ minLength: 490, maxLength: 520, unit: 'grapheme' }),
  )

  test('any bytes and any JSON are answered, never thrown at', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), answered))
    fc.assert(fc.property(fc.json(), answered))
  })

  test('a package with anything in any place is refused or becomes sound records', () => {
    const sound = JSON.stringify(
      aPackage([item(1), item(2), item(3)], [edge(1, 0), edge(2, 1), edge(3, 1)], {
        CFRubrics: [
          {
            CFRubricCriteria: [
              { CFItemURI: { identifier: idOf(2) }, CFRubricCriterionLevels: [{ quality: 'A' }] },
            ],
          },
        ],
      }),
    )
    const places = sound.split(/(?=[:[,])/).length
    const spoilt = fc.tuple(
      fc.array(fc.tuple(fc.nat(places), junk), { minLength: 1, maxLength: 6 }),
    )
    fc.assert(
      fc.property(spoilt, ([changes]) => {
        let n = 0
        const chosen = new Map(changes)
        const value: unknown = JSON.parse(sound, (_key, old: unknown) => {
          n += 1
          return chosen.has(n) ? chosen.get(n) : old
        })
        answered(value)
        answered(JSON.stringify(value))
      }),
      { numRuns: 400 },
    )
  })
})
