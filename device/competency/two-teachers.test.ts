import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CaseProgress } from '../../contract/device/door.ts'
import { practiceFramework } from '../../content/framework/framework.ts'
import { aPackage, edge, idOf, item } from '../../core/competency/case/package.builder.ts'
import { done, made } from '../trial/done.ts'
import type { OpenProgram } from '../trial/open-program.ts'
import { invitedBy, joinWith } from '../trial/joined.ts'
import type { TrialDistrict } from '../trial/trial-district.ts'
import { trialDistrict } from '../trial/trial-district.ts'
import { untilPasses } from '../../test/builders/patience.ts'

let trial: TrialDistrict
let maya: OpenProgram
let jonah: OpenProgram

beforeAll(async () => {
  trial = await trialDistrict()
  maya = await trial.joined('maya', 'maya')
  jonah = await trial.joined('jonah', 'jonah')
}, 60_000)
afterAll(() => trial.close())

async function imported(program: OpenProgram, value: unknown): Promise<string> {
  const body = JSON.stringify(value)
  const headers = { 'x-file-name': 'framework.json' }
  const answer = await program.knock('/api/frameworks', { method: 'POST', body, headers })
  const last: CaseProgress = JSON.parse((await answer.text()).trim().split('\n').at(-1) ?? '')
  if (last.at !== 'done' || last.answer.framework === undefined)
    throw new Error(JSON.stringify(last))
  return last.answer.framework.id
}

const packageOf = (...numbers: number[]) =>
  aPackage(
    numbers.map(n => item(n)),
    numbers.map(n => edge(n, 0)),
  )

const frameworkOn = (program: OpenProgram, framework: string) =>
  program.query('framework', { framework })

/** Waits until the district has taken a framework whole, with so many statements. */
const taken = (program: OpenProgram, framework: string, count: number) =>
  untilPasses(async () => {
    const rows = await frameworkOn(program, framework)
    expect(rows.framework?.sight).toBe('record')
    expect(rows.competencies).toHaveLength(count)
    expect(rows.competencies.map(row => row.sight)).toEqual(
      Array.from({ length: count }, () => 'record'),
    )
    expect((await program.query('today', {})).refused).toEqual([])
    return rows
  })

test('two teachers bring in the same package, and the district’s own again: each has a copy, nobody is refused', async () => {
  for (const value of [packageOf(1, 2, 3), practiceFramework]) {
    const [hers, his] = [await imported(maya, value), await imported(jonah, value)]
    expect(hers).not.toBe(his)
    const count = (await frameworkOn(maya, hers)).competencies.length
    const mine = await taken(maya, hers, count)
    const theirs = await taken(jonah, his, count)
    expect(mine.framework?.body).toMatchObject({ importedBy: 'maya' })
    expect(theirs.framework?.body).toMatchObject({ importedBy: 'jonah' })
    const identifiers = (rows: typeof mine) =>
      rows.competencies.map(row => row.body.identifier ?? '').toSorted((a, b) => a.localeCompare(b))
    expect(identifiers(mine)).toEqual(identifiers(theirs))
    expect((await frameworkOn(jonah, hers)).framework).toBeUndefined()
  }
  // The district's own is as it was.
  const { frameworks } = await maya.query('frameworks', {})
  expect(frameworks.filter(row => row.body.importedBy === undefined)).toHaveLength(1)
})

test('a smaller package retires in the owner’s copy alone, on each of their computers, and goals stay tied', async () => {
  const [hers, his] = [
    await imported(maya, packageOf(1, 2, 3)),
    await imported(jonah, packageOf(1, 2, 3)),
  ]
  const rows = await taken(maya, hers, 3)
  const last = rows.competencies.find(row => row.body.identifier === idOf(3))?.id ?? ''
  const goal = made(await done(maya, 'goal.add', { layer: 'personal', title: 'Wait longer' }))
  await maya.command('goal.link', { goal, to: 'competencies', id: last, on: true })
  const tablet = await trial.joined('tablet', 'maya', { letInBy: maya })
  await taken(tablet, hers, 3)
  expect(await imported(maya, packageOf(1, 2))).toBe(hers)
  await taken(maya, hers, 2)
  await untilPasses(async () => {
    const there = await frameworkOn(tablet, hers)
    expect(there.competencies).toHaveLength(2)
    expect(there.retired.map(row => row.id)).toEqual([last])
    const tied = (await tablet.query('goal', { goal })).competencies
    expect(tied.map(row => row.id)).toEqual([last])
  })
  expect((await frameworkOn(jonah, his)).competencies).toHaveLength(3)
  // Her other computer brings the same copy up to date.
  expect(await imported(tablet, packageOf(1, 2, 3))).toBe(hers)
  await untilPasses(async () =>
    expect((await frameworkOn(maya, hers)).competencies).toHaveLength(3),
  )
})

test('what two people brought in before they joined stays two copies, and each finds theirs again', async () => {
  const other = (...numbers: number[]) =>
    aPackage(
      numbers.map(n => item(n)),
      numbers.map(n => edge(n, 99)),
      {},
      { identifier: idOf(99) },
    )
  const ids: string[] = []
  for (const [person, first] of Object.entries({ maya, jonah })) {
    const program = await trial.open(`lone-${person}`)
    await program.post('/api/setup', { alone: { name: 'Alone' } })
    const id = await imported(program, other(4, 5))
    ids.push(id)
    await joinWith(program, trial.address, await invitedBy(first, person))
    const { framework } = await taken(program, id, 2)
    expect(framework?.body).toMatchObject({ importedBy: person, identifier: idOf(99) })
    expect(await imported(program, other(4))).toBe(id)
    expect((await taken(program, id, 1)).retired).toHaveLength(1)
  }
  expect(new Set(ids).size).toBe(2)
})
