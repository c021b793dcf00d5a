import { expect, test } from 'vitest'
import { aContext, officer, system, teacher, tuesday } from '../../test/builders/context.ts'
import { aRec } from '../../test/builders/rec.ts'
import type { Actor } from '../kit/command.ts'
import { aPackage, edge, idOf, item } from './case/package.builder.ts'
import { readCasePackage } from './case/read-package.ts'
import { importCompetencies, importFramework } from './import.ts'
import { importSteps } from './import-steps.ts'
import { ownCopy } from './own-copy.ts'
import { ownCompetencyId, ownFrameworkId } from './own-id.ts'
import { CompetencyRecord, FrameworkRecord } from './record.ts'
import { retireCompetencies } from './retire.ts'

const other: Actor = { person: 'lucia', device: 'desk', roles: ['educator'] }

function read(items = [item(1), item(2)], edges = [edge(1, 0), edge(2, 1)]) {
  const reading = readCasePackage(aPackage(items, edges), { source: 'made.json' })
  if (reading.outcome === 'refused') throw new Error('refused')
  return reading
}

const mine = ownFrameworkId({ person: 'maya' }, idOf(0))
const copy = ownCopy(read(), mine)
const asInput = ({ framework, competencies }: Pick<typeof copy, 'framework' | 'competencies'>) => ({
  framework: { id: framework.id, framework: framework.body },
  competencies: {
    framework: framework.id,
    items: competencies.map(one => ({ id: one.id, competency: one.body })),
  },
})
const input = asInput(copy)
const kept = (importedBy?: string, of = copy) => ({
  framework: aRec(FrameworkRecord, of.framework.id, {
    ...of.framework.body,
    ...(importedBy === undefined ? {} : { importedBy }),
  }),
  there: of.competencies.map(one =>
    aRec(CompetencyRecord, one.id, {
      ...one.body,
      ...(importedBy === undefined ? {} : { importedBy }),
    }),
  ),
})

test('a framework begins under an id that is the importer’s own: theirs, or their computer’s from before they joined', () => {
  const nothing = { there: undefined }
  const begins = (actor: Actor, id: string, identifier: string | undefined = idOf(0)) =>
    importFramework.right(actor, nothing, {
      id,
      framework: { ...copy.framework.body, identifier },
    })
  expect(begins(teacher, mine)).toBe(true)
  expect(begins(teacher, ownFrameworkId({ device: 'laptop' }, idOf(0)))).toBe(true)
  // Nobody takes another's place, or the district's.
  expect(begins(other, mine)).toBe(false)
  expect(begins(teacher, ownFrameworkId({ device: 'desk' }, idOf(0)))).toBe(false)
  expect(begins(teacher, mine, idOf(9))).toBe(false)
  expect(begins(teacher, idOf(0))).toBe(false)
  expect(
    importFramework.right(teacher, nothing, { id: idOf(0), framework: read().framework.body }),
  ).toBe(false)
  expect(begins(officer, ownFrameworkId({ person: 'iris' }, idOf(0)))).toBe(false)
})

test('the district’s own framework stands under its CASE identifier and is everybody’s', () => {
  const framework = asInput(read())
  expect(importFramework.right(system, { there: undefined }, framework.framework)).toBe(true)
  expect(importFramework.right(system, { there: undefined }, input.framework)).toBe(false)
  const decided = importFramework.decide(
    { there: undefined },
    framework.framework,
    aContext(system),
  )
  expect(decided).toMatchObject({
    changes: [{ do: 'create', key: `framework/${idOf(0)}`, body: { importedBy: undefined } }],
  })
  expect(FrameworkRecord.seats('f', framework.framework.framework)).toEqual([
    { stream: 'catalog', view: 'all' },
  ])
})

test('statements come into one’s own framework only, under the ids that follow from it', () => {
  const empty = { framework: kept('maya').framework, there: [] }
  const may = (actor: Actor, state: typeof empty, given = input.competencies) =>
    importCompetencies.right(actor, state, given)
  expect(may(teacher, empty)).toBe(true)
  expect(may(other, empty)).toBe(false)
  expect(may(teacher, { framework: kept().framework, there: [] })).toBe(false)
  const [first] = input.competencies.items
  if (first === undefined) throw new Error('two statements')
  const withItem = (id: string, more: object) => ({
    framework: mine,
    items: [{ id, competency: { ...first.competency, ...more } }],
  })
  expect(may(teacher, empty, withItem(idOf(1), {}))).toBe(false)
  expect(may(teacher, empty, withItem(first.id, { identifier: undefined }))).toBe(false)
  expect(may(teacher, empty, withItem(first.id, { framework: idOf(0) }))).toBe(false)
  expect(
    may(teacher, empty, withItem(ownCompetencyId(mine, idOf(7)), { identifier: idOf(7) })),
  ).toBe(true)
})

test('the same package again changes nothing', () => {
  const { framework, there } = kept('maya')
  expect(importFramework.decide({ there: framework }, input.framework, aContext())).toEqual({
    changes: [],
  })
  expect(importCompetencies.decide({ framework, there }, input.competencies, aContext())).toEqual({
    changes: [],
  })
})

test('a newer package sets what differs and takes away what it no longer says', () => {
  const before = ownCopy(read([item(1), item(2, { notes: 'Old', humanCodingScheme: '2' })]), mine)
  const { framework, there } = kept('maya', before)
  const after = asInput(
    ownCopy(read([item(1), item(2, { fullStatement: 'New' })], [edge(1, 0), edge(2, 0)]), mine),
  )
  expect(importCompetencies.decide({ framework, there }, after.competencies, aContext())).toEqual({
    changes: [
      {
        do: 'patch',
        key: `competency/${ownCompetencyId(mine, idOf(2))}`,
        set: { code: '', statement: 'New', notes: undefined, parent: undefined, position: 1 },
      },
    ],
  })
})

test('what a smaller package leaves out is retired once, stays, and is current again when it comes back', () => {
  const { framework, there } = kept('maya')
  const [, second] = there
  if (second === undefined) throw new Error('two statements')
  const smaller = ownCopy(read([item(1)], [edge(1, 0)]), mine)
  const { steps, retiredCount } = importSteps(
    smaller,
    there.map(rec => rec.id),
  )
  expect(retiredCount).toBe(1)
  expect(steps.at(-1)).toEqual({
    name: 'competency.retire',
    input: { framework: mine, items: [second.id] },
  })
  const asked = { framework: mine, items: [second.id] }
  const retire = (rec: typeof second) =>
    retireCompetencies.decide({ framework, there: [rec] }, asked, aContext())
  expect(retire(second)).toEqual({
    changes: [{ do: 'patch', key: `competency/${second.id}`, set: { retiredAt: tuesday } }],
  })
  const retired = { ...second, body: { ...second.body, retiredAt: 1 } }
  expect(retire(retired)).toEqual({ changes: [] })
  expect(CompetencyRecord.rows('x', retired.body)).toMatchObject([{ retired: 1 }])
  expect(
    importCompetencies.decide({ framework, there: [retired] }, input.competencies, aContext()),
  ).toMatchObject({
    changes: [{ do: 'create' }, { key: `competency/${second.id}`, set: { retiredAt: undefined } }],
  })
})

test('nobody retires another’s statements, the district’s, or those of another framework', () => {
  const { framework, there } = kept('maya')
  const asked = { framework: mine, items: there.map(rec => rec.id) }
  expect(retireCompetencies.right(teacher, { framework, there }, asked)).toBe(true)
  expect(retireCompetencies.right(other, { framework, there }, asked)).toBe(false)
  expect(retireCompetencies.right(teacher, kept(), asked)).toBe(false)
  expect(retireCompetencies.right(system, kept(), asked)).toBe(true)
  const elsewhere = there.map(rec => ({ ...rec, body: { ...rec.body, framework: 'f' } }))
  expect(retireCompetencies.right(teacher, { framework, there: elsewhere }, asked)).toBe(false)
})

test('an import comes in batches that are neither too many nor too heavy, in order', () => {
  const items = Array.from({ length: 450 }, (_, n) => item(n + 1))
  const { steps } = importSteps(ownCopy(read(items, []), mine), [])
  expect(steps.map(step => step.name)).toEqual([
    'framework.import',
    ...Array.from({ length: 3 }, () => 'competency.import'),
  ])
  const heavy = Array.from({ length: 50 }, (_, n) => item(n + 1, { notes: 'é'.repeat(19_000) }))
  const weights = importSteps(ownCopy(read(heavy, []), mine), []).steps.map(step =>
    Buffer.byteLength(JSON.stringify(step)),
  )
  expect(weights.length).toBeGreaterThan(4)
  expect(Math.max(...weights)).toBeLessThan(420_000)
})
