import { afterAll, describe, expect, test } from 'vitest'
import { aPackage, edge, idOf, item } from '../../core/competency/case/package.builder.ts'
import type { CaseFramework } from '../../core/competency/case/read-package.ts'
import { readCasePackage } from '../../core/competency/case/read-package.ts'
import { importSteps } from '../../core/competency/import-steps.ts'
import { ownCopy } from '../../core/competency/own-copy.ts'
import { ownCompetencyId, ownFrameworkId } from '../../core/competency/own-id.ts'
import { streamsOf } from '../../core/access/streams.ts'
import { commands } from '../../core/commands.ts'
import type { Actor } from '../../core/kit/command.ts'
import { recordTypes } from '../../core/records.ts'
import type { DistrictStore } from '../district-store/open.ts'
import { openDistrict } from '../district-store/open.ts'
import { commandsOf } from '../engine/commands.ts'
import { execute } from '../engine/execute.ts'
import type { Asker } from '../query.ts'
import type { Sql } from '../sql/steps.ts'
import { trialSalt, trialSecret } from '../trial/district.ts'
import { trialEngines } from '../trial/engines.ts'
import { actorAs, callOf } from '../trial/people.ts'
import { competencyQueries } from './queries.ts'

const table = commandsOf(Object.values(commands))
const maya = actorAs('maya', 'laptop', 'educator')
const lucia = actorAs('lucia', 'desk', 'educator')
const system = actorAs('district', 'district', 'system')

function aFramework(count: number): CaseFramework {
  const numbers = Array.from({ length: count }, (_, n) => n + 1)
  const made = aPackage(
    numbers.map(n => item(n)),
    numbers.map(n => edge(n, n - 1)),
  )
  const read = readCasePackage(made, { source: 'made.json' })
  if (read.outcome === 'refused') throw new Error('refused')
  return read
}

const engines = trialEngines()
afterAll(() => engines.forEach(engine => engine.stop()))

describe.each(engines)('frameworks in a district on $name', engine => {
  const opened: Sql[] = []
  const fresh = async (): Promise<DistrictStore> => {
    const sql = await engine.fresh()
    opened.push(sql)
    return openDistrict(sql, {
      types: recordTypes,
      build: 'trial',
      cursorSecret: trialSecret,
      salt: () => trialSalt,
    })
  }
  afterAll(async () => {
    for (const sql of opened) await sql.close()
  })

  const bring = async (
    store: DistrictStore,
    actor: Actor,
    framework: CaseFramework,
    current: readonly string[] = [],
  ): Promise<string[]> => {
    const told: string[] = []
    for (const { name, input } of importSteps(framework, current).steps) {
      const command = table.get(name)
      if (command === undefined) throw new Error(name)
      told.push((await execute(store, command, callOf(actor, input))).status)
    }
    return told
  }
  const asking = (store: DistrictStore, { person, roles }: Actor): Asker => ({
    person,
    roles,
    seen: store.seen(streamsOf({ person, roles })),
    search: async () => [],
    searchAlong: async () => [],
    snippets: async () => new Map(),
    here: async () => new Set(),
    intact: async () => new Set(),
    own: { device: '', publicKey: '', names: new Map(), sent: () => [] },
    refused: async () => [],
  })
  const frameworksOf = async (store: DistrictStore, actor: Actor) =>
    (await competencyQueries.frameworks.rows(asking(store, actor), {})).frameworks.map(
      row => row.id,
    )

  test('the district’s framework and two teachers’ imports of the same package stand side by side', async () => {
    const store = await fresh()
    const read = aFramework(3)
    const applied = ['applied', 'applied']
    const hers = ownFrameworkId({ person: 'maya' }, idOf(0))
    const theirs = ownFrameworkId({ person: 'lucia' }, idOf(0))
    expect(await bring(store, maya, ownCopy(read, hers))).toEqual(applied)
    expect(await bring(store, lucia, ownCopy(read, theirs))).toEqual(applied)
    expect(await bring(store, system, read)).toEqual(applied)
    expect(new Set(await frameworksOf(store, maya))).toEqual(new Set([idOf(0), hers]))
    expect(new Set(await frameworksOf(store, lucia))).toEqual(new Set([idOf(0), theirs]))
    // And the other way round nobody gets where it isn't theirs.
    expect(await bring(store, lucia, read)).toEqual(['refused', 'refused'])
    expect(await bring(store, lucia, ownCopy(read, hers))).toEqual(['refused', 'refused'])
  })

  test('a smaller package retires what it leaves out, for its owner alone', async () => {
    const store = await fresh()
    const hers = ownFrameworkId({ person: 'maya' }, idOf(0))
    const theirs = ownFrameworkId({ person: 'lucia' }, idOf(0))
    await bring(store, maya, ownCopy(aFramework(3), hers))
    await bring(store, lucia, ownCopy(aFramework(3), theirs))
    const rows = (actor: Actor, framework: string) =>
      competencyQueries.framework.rows(asking(store, actor), { framework })
    const before = (await rows(maya, hers)).competencies.map(row => row.id)
    expect(before).toHaveLength(3)
    const gone = ownCompetencyId(hers, idOf(3))
    await bring(store, maya, ownCopy(aFramework(2), hers), before)
    const after = await rows(maya, hers)
    expect(after.competencies.map(row => row.id)).not.toContain(gone)
    expect(after.retired).toMatchObject([{ id: gone, body: { statement: 'Statement 3' } }])
    expect((await rows(lucia, theirs)).retired).toEqual([])
    // It comes back with the larger package.
    await bring(store, maya, ownCopy(aFramework(3), hers), [])
    expect((await rows(maya, hers)).retired).toEqual([])
    expect((await rows(maya, hers)).competencies).toHaveLength(3)
  })
})
