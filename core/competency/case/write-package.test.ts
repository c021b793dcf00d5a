import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CaseCompetency, CaseFramework } from './read-package.ts'
import { readCasePackage } from './read-package.ts'
import { writeCasePackage } from './write-package.ts'

const options = {
  changedAt: '2026-11-24T00:00:00.000Z',
  // Not a UUID on purpose: the reader must not care for identifiers it keeps nothing under.
  id: (name: string) => `made ${name}`,
}

// As the reader leaves texts: trimmed, no control characters, one line where CASE wants one.
const line = (maxLength: number) =>
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength })
    .map(text =>
      text
        .replaceAll(/[\p{Cc}\p{Cs}\uFFFD]/gu, '')
        .trim()
        .replaceAll(/\s+/gu, ' '),
    )
    .filter(text => text !== '')
const paragraph = fc.array(line(40), { minLength: 1, maxLength: 3 }).map(lines => lines.join('\n'))
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })
const defined = <T extends object>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))

const frameworkId = fc.uuid()
const scale = fc.uniqueArray(fc.record({ code: line(10), name: line(20) }), {
  selector: level => level.code,
  maxLength: 5,
})

const frameworks: fc.Arbitrary<CaseFramework> = fc
  .record({
    id: frameworkId,
    levels: scale,
    title: line(40),
    creator: line(20),
    licence: maybe(paragraph),
    version: maybe(line(8)),
    language: maybe(fc.constantFrom('en', 'es-419')),
    importedBy: maybe(fc.uuid()),
    rows: fc.uniqueArray(
      fc.record({
        id: fc.uuid(),
        code: fc.oneof(line(8), fc.constant('')),
        kind: fc.oneof(line(12), fc.constant('')),
        statement: paragraph,
        title: maybe(line(20)),
        notes: maybe(paragraph),
        under: fc.nat(),
        also: fc.nat(),
        levels: fc.array(paragraph, { maxLength: 5 }),
        order: fc.nat(),
      }),
      { selector: row => row.id, maxLength: 12 },
    ),
  })
  .map(({ id, levels, rows, importedBy, ...fields }) => {
    const children = new Map<string, number>()
    const built = rows.map((row, n) => {
      const parent = rows[row.under % (n + 1)]?.id
      const under = parent === row.id ? undefined : parent
      const position = children.get(under ?? '') ?? 0
      children.set(under ?? '', position + 1)
      const other = rows[row.also % (n + 1)]?.id
      const otherParents = other === row.id || other === under ? undefined : [other]
      const body: CaseCompetency = {
        framework: id,
        code: row.code,
        statement: row.statement,
        kind: row.kind,
        position,
        levels: levels.flatMap(({ code }, at) => {
          const statement = row.levels[at]
          return statement === undefined ? [] : [{ code, statement }]
        }),
        ...defined({ title: row.title, notes: row.notes, parent: under, otherParents, importedBy }),
      }
      return { id: row.id, body, order: row.order }
    })
    const uri = `https://example.org/ims/case/v1p1/CFDocuments/${id}`
    return {
      framework: {
        id,
        body: {
          title: fields.title,
          creator: fields.creator,
          uri,
          source: 'written',
          itemsCount: rows.length,
          levels,
          ...defined({
            licence: fields.licence,
            version: fields.version,
            language: fields.language,
            importedBy,
          }),
        },
      },
      competencies: built
        .toSorted((a, b) => a.order - b.order)
        .map(({ id: one, body }) => ({ id: one, body })),
    }
  })

test('what is written is read back as it was', () => {
  fc.assert(
    fc.property(frameworks, made => {
      const { importedBy } = made.framework.body
      const reading = readCasePackage(JSON.stringify(writeCasePackage(made, options)), {
        source: 'written',
        ...(importedBy === undefined ? {} : { importedBy }),
      })
      if (reading.outcome === 'refused') throw new Error(JSON.stringify(reading.problems))
      expect(reading.framework).toEqual(made.framework)
      expect(reading.competencies).toEqual(made.competencies)
    }),
    { numRuns: 300 },
  )
})

test('addresses lie beside the document, or are names where it has no address', () => {
  const id = '00000000-0000-4000-8000-000000000000'
  const body = { title: 'T', creator: 'C', source: 's', itemsCount: 0, levels: [], licence: 'CC0' }
  const licence = (uri: string) =>
    writeCasePackage({ framework: { id, body: { ...body, uri } }, competencies: [] }, options)
      .CFDocument.licenseURI?.uri
  const made = `made licence ${id}`
  expect(licence('https://a.example/case/CFDocuments/x')).toBe(
    `https://a.example/case/CFLicenses/${made}`,
  )
  expect(licence('urn:uuid:x')).toBe(`urn:uuid:${made}`)
})
