import { existsSync, readFileSync } from 'node:fs'
import { Ajv2019 } from 'ajv/dist/2019.js'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { competencySchema, frameworkSchema } from '../record.ts'
import type { CaseReading } from './read-package.ts'
import { readCasePackage } from './read-package.ts'
import { writeCasePackage } from './write-package.ts'

const interop = new URL('../../../../shared/vectors/interop/', import.meta.url)
const present = existsSync(interop)
if (!present) {
  if (process.env.CI === 'true')
    throw new Error('the CASE packages of ../shared/vectors are missing')
  console.warn('left out: CASE packages of strangers (no ../shared/vectors)')
}

const manifestSchema = z.object({ entries: z.array(z.looseObject({ file: z.string() })) })

const entrySchema = z.object({
  file: z.string(),
  what: z.string(),
  expect: z.object({
    outcome: z.string().optional(),
    items: z.number().optional(),
    associations: z.number().optional(),
    rubrics: z.number().optional(),
    criteria: z.number().optional(),
    levels: z.number().optional(),
    byType: z.record(z.string(), z.number()).optional(),
    problems: z
      .array(
        z.object({
          code: z.string(),
          severity: z.string().default('error'),
          value: z.string().optional(),
        }),
      )
      .default([]),
  }),
})

const bytesOf = (file: string) => new Uint8Array(readFileSync(new URL(file, interop)))
const jsonOf = (file: string): unknown => JSON.parse(readFileSync(new URL(file, interop), 'utf8'))
const entries = present
  ? manifestSchema
      .parse(jsonOf('manifest.json'))
      .entries.filter(({ file }) => /^case\/(?:broken|frameworks|packages)\//.test(file))
      .map(entry => entrySchema.parse(entry))
  : []
const whole = entries.filter(entry => !entry.file.startsWith('case/broken/'))

// The manifest's words for an import, in the words of this reader: nothing has been applied yet.
const outcomeOf = (word: string | undefined) =>
  word === 'imported-with-errors' ? 'read-with-problems' : word === 'refused' ? 'refused' : 'read'

function taken(reading: CaseReading) {
  if (reading.outcome === 'refused') throw new Error(JSON.stringify(reading.problems))
  return reading
}

const read = (file: string) => readCasePackage(bytesOf(file), { source: file })

describe.skipIf(!present)('CASE packages of strangers', () => {
  test('the manifest lists both kinds', () => {
    expect(whole.length).toBeGreaterThan(8)
    expect(entries.length - whole.length).toBe(20)
  })

  test.each(entries)('$file ($what) is answered as the manifest says', ({ file, expect: want }) => {
    const reading = read(file)
    expect(reading.outcome).toBe(outcomeOf(want.outcome))
    for (const problem of want.problems) {
      const found = reading.problems.find(one => one.code === problem.code)
      expect(found, problem.code).toBeDefined()
      expect(found?.severity).toBe(problem.severity)
      if (problem.value !== undefined) expect(found?.value).toBe(problem.value)
    }
    if (reading.outcome === 'refused') return
    const { items, associations, rubrics, criteria, levels } = want
    const counted = Object.entries({ items, associations, rubrics, criteria, levels })
    expect(reading.counts).toMatchObject(
      Object.fromEntries(counted.filter(([, count]) => count !== undefined)),
    )
    expect(reading.competencies).toHaveLength(items ?? 0)
    for (const [kind, count] of Object.entries(want.byType ?? {})) {
      expect(reading.competencies.filter(({ body }) => body.kind === kind)).toHaveLength(count)
    }
  })

  test.each(whole)('$file becomes records that their schemas accept', ({ file }) => {
    const { framework, competencies } = taken(read(file))
    expect(frameworkSchema.parse(framework.body)).toEqual(framework.body)
    for (const { body } of competencies) competencySchema.parse(body)
    const ids = competencies.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  const validate = present
    ? new Ajv2019({ strict: false, validateFormats: false }).compile(
        z
          .record(z.string(), z.unknown())
          .parse(jsonOf('case/schema/case-v1p1-cfpackage.schema.json')),
      )
    : undefined

  test.each(whole)('$file is the same after it was written and read again', ({ file }) => {
    const once = taken(read(file))
    const made = new Map<string, string>()
    const written = writeCasePackage(once, {
      changedAt: '2026-11-24T00:00:00.000Z',
      id: name => {
        const n = String(made.size + 1).padStart(12, '0')
        const id = made.get(name) ?? `00000000-0000-4000-8000-${n}`
        made.set(name, id)
        return id
      },
    })
    if (validate === undefined) throw new Error('no schema')
    validate(written)
    expect(validate.errors ?? []).toEqual([])
    const again = taken(readCasePackage(JSON.stringify(written), { source: file }))
    expect(again.framework).toEqual(once.framework)
    expect(again.competencies).toEqual(once.competencies)
  })

  test('DigCompEdu keeps its codes, titles, places, scale and licence', () => {
    const { framework, competencies } = taken(
      read('case/frameworks/digcompedu-2017.cfpackage.json'),
    )
    expect(framework.body.levels.map(level => level.code)).toEqual([
      'A1',
      'A2',
      'B1',
      'B2',
      'C1',
      'C2',
    ])
    expect(framework.body.licence).toMatch(/2011\/833\/EU\)\n© European Union/)
    const at = (code: string) => competencies.find(one => one.body.code === code)
    expect(at('3.1')?.body.parent).toBe(at('3')?.id)
    expect(at('6.5')?.body.position).toBe(4)
    expect(at('1.1')?.body.title).toBe('Organisational communication')
    expect(at('1.1')?.body.levels[0]?.statement).toMatch(/^Newcomers are aware/)
  })

  test('an identifier in upper case is the same as in lower case', () => {
    const [upper, lower] = ['broken/06-uppercase-uuid', 'packages/own-rubric.cfpackage'].map(name =>
      taken(readCasePackage(bytesOf(`case/${name}.json`), { source: 'file' })),
    )
    expect(upper?.competencies).toEqual(lower?.competencies)
  })

  test('an item with two parents stands below the first and keeps the second', () => {
    const { competencies } = taken(read('case/broken/12-two-parents.json'))
    expect(competencies[1]?.body.parent).toBeUndefined()
    expect(competencies[1]?.body.otherParents).toEqual([competencies[0]?.id])
  })

  test('script in a statement is kept as the text it is, and told', () => {
    const { competencies, problems } = taken(read('case/broken/18-script-in-statement.json'))
    expect(competencies[0]?.body.statement).toBe(
      '<img src=x onerror=alert(1)> **bold** [link](javascript:alert(1))',
    )
    expect(problems).toMatchObject([{ code: 'markup', severity: 'note' }])
  })

  test('the address of a wrong byte is its line', () => {
    expect(read('case/broken/15-cp1252.json').problems[0]?.path).toBe('line 42')
  })
})
