import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CaseAnswer, CaseProgress } from '../../contract/device/door.ts'
import { practiceFramework } from '../../content/framework/framework.ts'
import { aPackage, edge, idOf, item } from '../../core/competency/case/package.builder.ts'
import { readCasePackage } from '../../core/competency/case/read-package.ts'
import type { OpenProgram } from '../trial/open-program.ts'
import { openProgram, trialFolder } from '../trial/open-program.ts'

const vectors = join('..', 'shared', 'vectors', 'interop', 'case', 'packages')
const areHere = existsSync(vectors)
if (!areHere && process.env['CI'] === 'true') throw new Error('the vectors are missing')

const folder = trialFolder()
let open: OpenProgram
beforeAll(async () => {
  open = await openProgram(folder.path)
  await open.post('/api/setup', { alone: { name: 'Maya' } })
})
afterAll(async () => {
  await open.close()
  folder.remove()
})

async function progressOf(bytes: Uint8Array<ArrayBuffer>, name: string): Promise<CaseProgress[]> {
  const headers = { 'x-file-name': encodeURIComponent(name) }
  const answer = await open.knock('/api/frameworks', { method: 'POST', body: bytes, headers })
  return (await answer.text())
    .trim()
    .split('\n')
    .map((line): CaseProgress => JSON.parse(line))
}

async function imported(bytes: Uint8Array<ArrayBuffer>, name: string): Promise<CaseAnswer> {
  const last = (await progressOf(bytes, name)).at(-1)
  if (last?.at !== 'done') throw new Error(JSON.stringify(last))
  return last.answer
}

const made = (count: number) => {
  const numbers = Array.from({ length: count }, (_, n) => n + 1)
  const items = numbers.map(n => item(n))
  const edges = numbers.map(n => edge(n, 0))
  return new Uint8Array(Buffer.from(JSON.stringify(aPackage(items, edges))))
}
const competenciesOf = async (framework: string) => {
  const rows = await open.query('framework', { framework })
  return {
    now: rows.competencies.map(row => row.body.identifier),
    retired: rows.retired.map(row => row.body.identifier),
  }
}
const waiting = async () => {
  const { commands } = JSON.parse(await (await open.knock('/api/outbox')).text())
  return commands.length
}

test.skipIf(!areHere)(
  'every CASE package that reads comes in whole, and twice is once',
  async () => {
    const names = readdirSync(vectors).filter(name => name.endsWith('.json'))
    let seenCount = 0
    for (const name of names) {
      const bytes = new Uint8Array(readFileSync(join(vectors, name)))
      const told = await imported(bytes, name)
      if (told.framework === undefined) continue
      seenCount++
      const again = await imported(bytes, name)
      expect(again.framework).toEqual({ ...told.framework, retired: 0 })
      const { framework, competencies } = await open.query('framework', {
        framework: told.framework.id,
      })
      expect(framework?.body.title).toBe(told.framework.title)
      expect(competencies).toHaveLength(told.framework.items)
    }
    expect(seenCount).toBeGreaterThan(0)
  },
)

test('what is not a CASE package changes nothing and says what it is', async () => {
  const told = await imported(Buffer.from('{"hello": 1}'), 'x.json')
  expect(told).toMatchObject({ outcome: 'refused', problems: [{ code: 'missing-document' }] })
  expect((await open.query('frameworks', {})).frameworks.map(row => row.body.source)).not.toContain(
    'x.json',
  )
})

test('a package of what ships comes in beside it, as a copy of one’s own', async () => {
  const shipped = readCasePackage(practiceFramework, { source: 'shipped' })
  if (shipped.outcome === 'refused') throw new Error('refused')
  const { id } = shipped.framework
  const bytes = new Uint8Array(Buffer.from(JSON.stringify(practiceFramework)))
  const told = await imported(bytes, 'practice.json')
  expect(told.framework?.id).not.toBe(id)
  const { frameworks } = await open.query('frameworks', {})
  const [there, own] = [id, told.framework?.id].map(one => frameworks.find(row => row.id === one))
  expect(there?.body.importedBy).toBeUndefined()
  expect(own?.body).toMatchObject({ identifier: id, title: there?.body.title, importedBy: 'me' })
})

test('it is said what is being done: reading, then keeping so many, all of them or none', async () => {
  const progress = await progressOf(made(450), 'made.json')
  expect(progress).toMatchObject([
    { at: 'reading' },
    { at: 'keeping', items: 450 },
    { at: 'done', answer: { outcome: 'imported', framework: { items: 450 } } },
  ])
})

test('a smaller package retires what it leaves out; what was tied to it stays tied; the larger one brings it back', async () => {
  const all = (await imported(made(3), 'three.json')).framework
  if (all === undefined) throw new Error('refused')
  const { competencies } = await open.query('framework', { framework: all.id })
  const last = competencies.find(row => row.body.identifier === idOf(3))?.id ?? ''
  const goal = await open.command('goal.add', { layer: 'personal', title: 'Wait longer' })
  if (goal.status === 'refused') throw new Error(goal.refusal.code)
  const id = goal.made['goal'] ?? ''
  await open.command('goal.link', { goal: id, to: 'competencies', id: last, on: true })
  expect((await imported(made(2), 'two.json')).framework).toMatchObject({ id: all.id, retired: 1 })
  const less = await competenciesOf(all.id)
  expect(less.now).toEqual([idOf(1), idOf(2)])
  expect(less.retired).toContain(idOf(3))
  const tied = (await open.query('goal', { goal: id })).competencies
  expect(tied).toMatchObject([{ id: last, body: { statement: 'Statement 3' } }])
  expect(tied[0]?.body.retiredAt).toBeGreaterThan(0)
  await imported(made(3), 'three.json')
  expect((await competenciesOf(all.id)).now).toContain(idOf(3))
  expect((await open.query('goal', { goal: id })).competencies[0]?.body.retiredAt).toBeUndefined()
})

test('the same package again has nothing to say to a district', async () => {
  await imported(made(3), 'three.json')
  const before = await waiting()
  await imported(made(3), 'three.json')
  expect(before).toBeGreaterThan(0)
  expect(await waiting()).toBe(before)
})
