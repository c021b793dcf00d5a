import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aPackage, edge, idOf, item } from './case/package.builder.ts'
import { readCasePackage } from './case/read-package.ts'
import { writeCasePackage } from './case/write-package.ts'
import { ownCopy } from './own-copy.ts'
import { ownFramework } from './own-framework.ts'
import { ownCompetencyId, ownFrameworkId } from './own-id.ts'

function read() {
  const items = [item(1), item(2), item(3), item(4, { identifier: 'grade-3.a' })]
  const edges = [edge(1, 0), edge(2, 1), edge(3, 2), edge(3, 1), edge(2, 0)]
  const reading = readCasePackage(aPackage(items, edges), { source: 'made.json' })
  if (reading.outcome === 'refused') throw new Error('refused')
  return reading
}

const mine = ownFrameworkId({ person: 'maya' }, idOf(0))

test('an own id is a UUID that stays the same for the same owner and package', () => {
  expect(mine).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(ownFrameworkId({ person: 'maya' }, idOf(0))).toBe(mine)
  // A known value: were it ever to change, a second import would no longer find the first.
  expect(ownFrameworkId({ person: 'maya' }, '00000000-0000-4000-8000-000000000000')).toBe(
    'feb7e509-dceb-8932-a060-2e0c1e932295',
  )
})

test('two owners never get one id, not even a person who is called like a computer', () => {
  const name = fc.string({ minLength: 1, maxLength: 40 })
  fc.assert(
    fc.property(name, name, fc.uuid(), fc.uuid(), (a, b, one, other) => {
      const ids = [
        ownFrameworkId({ person: a }, one),
        ownFrameworkId({ device: a }, one),
        ownFrameworkId({ person: a }, other),
        ...(a === b ? [] : [ownFrameworkId({ person: b }, one)]),
        ownCompetencyId(a, one),
      ]
      const wanted = one === other ? ids.length - 1 : ids.length
      expect(new Set(ids).size).toBe(wanted)
    }),
  )
})

test('in an own copy everything that pointed somewhere points there still', () => {
  const { framework, competencies } = ownCopy(read(), mine)
  expect(framework).toMatchObject({ id: mine, body: { identifier: idOf(0) } })
  const at = (identifier: string) => ownCompetencyId(mine, identifier)
  expect(competencies.map(one => one.id)).toEqual([
    at(idOf(1)),
    at(idOf(2)),
    at(idOf(3)),
    at(`${idOf(0)}~grade-3.a`),
  ])
  const [first, second, third] = competencies.map(one => one.body)
  expect(first).toMatchObject({ framework: mine, identifier: idOf(1) })
  expect(first?.parent).toBeUndefined()
  expect(second).toMatchObject({ parent: at(idOf(1)), otherParents: [mine] })
  expect(third).toMatchObject({ parent: at(idOf(2)), otherParents: [at(idOf(1))] })
})

test('an own copy is exported under the identifiers of its publisher, without what is retired', () => {
  const options = { changedAt: '2026-11-24T16:00:00Z', id: (name: string) => `id of ${name}` }
  const copy = ownCopy(read(), mine)
  expect(writeCasePackage(copy, options)).toEqual(writeCasePackage(read(), options))
  const [, , , last] = copy.competencies
  if (last === undefined) throw new Error('four statements')
  const retired = { ...last, body: { ...last.body, retiredAt: 1 } }
  const less = { ...copy, competencies: [...copy.competencies.slice(0, 3), retired] }
  expect(writeCasePackage(less, options).CFItems.map(one => one.identifier)).toEqual([
    idOf(1),
    idOf(2),
    idOf(3),
  ])
})

test('a person’s copy is found again from before they joined, and never another person’s', () => {
  const { body } = ownCopy(read(), mine).framework
  const before = ownFrameworkId({ device: 'laptop' }, idOf(0))
  const joined = { person: 'maya', device: 'tablet', joined: true }
  const there = (importedBy: string, id: string) => ({ id, body: { ...body, importedBy } })
  expect(ownFramework([], joined, idOf(0))).toBe(mine)
  expect(ownFramework([], { ...joined, joined: false }, idOf(0))).toBe(
    ownFrameworkId({ device: 'tablet' }, idOf(0)),
  )
  expect(ownFramework([there('maya', before)], joined, idOf(0))).toBe(before)
  expect(ownFramework([there('maya', before), there('maya', mine)], joined, idOf(0))).toBe(mine)
  expect(ownFramework([there('jonah', before)], joined, idOf(0))).toBe(mine)
  expect(ownFramework([there('maya', before)], joined, idOf(9))).not.toBe(before)
  // The district's own framework is no copy of anybody's.
  expect(ownFramework([{ id: idOf(0), body: read().framework.body }], joined, idOf(0))).toBe(mine)
})
