import { afterAll, describe, expect, test } from 'vitest'
import type { Commands } from '../engine/commands.ts'
import { commandsOf } from '../engine/commands.ts'
import { trialCommands, trialDistrict } from '../trial/district.ts'
import { trialEngines } from '../trial/engines.ts'
import { actorAs } from '../trial/people.ts'
import { toyCommands } from '../trial/toy-commands.ts'
import { Goal } from '../trial/toy-records.ts'
import type { Mutation, Result } from '../wire.ts'
import type { DistrictStore } from './open.ts'
import { receive } from './receive.ts'

const ana = actorAs('ana', 'a', 'educator')
const now = 1_700_000_000_000

const engines = trialEngines()
afterAll(() => engines.forEach(engine => engine.stop()))

const mutationOf = (n: number, name: string, input: Mutation['input']): Mutation => ({
  key: `a:${n}:o`,
  name,
  input,
  stamp: `${now + n}-0000-a`,
  doneAt: now,
  after: [],
})

async function pushedTo(
  store: DistrictStore,
  mutations: readonly Mutation[],
  isAhead: boolean,
  commands: Commands = trialCommands,
): Promise<readonly Result[]> {
  const reply = await receive(
    store,
    { device: 'a', mutations },
    {
      commands,
      actor: ana,
      now,
      isAhead,
      onDefect: error => {
        throw error
      },
    },
  )
  return reply.results.map(([, result]) => result)
}

const waits = { status: 'wait', on: 'upgrade' }

describe.each(engines)('a district on $name that is older than a computer', engine => {
  test('what it does not know waits for its update, holds up nothing else, and is done then', async () => {
    const store = await trialDistrict(await engine.fresh())
    const older = commandsOf(toyCommands.filter(({ name }) => name !== 'goal.add'))
    const add = mutationOf(1, 'goal.add', { title: 'From a newer program' })
    const file = mutationOf(2, 'file.add', { sha: 'ab' })
    expect(await pushedTo(store, [add, file], true, older)).toMatchObject([
      waits,
      { status: 'applied' },
    ])
    expect(await store.results([add.key])).toEqual(new Map())
    expect(await pushedTo(store, [add, file], true)).toMatchObject([
      { status: 'applied' },
      { status: 'applied' },
    ])
    expect(await store.seen().list(Goal, {})).toHaveLength(1)
    await store.close()
  })

  test('a field that it would pass over in silence waits too, and so does a value that it does not take', async () => {
    const store = await trialDistrict(await engine.fresh())
    const lost = mutationOf(1, 'goal.add', { title: 'With', reason: 'what nobody here keeps' })
    const other = mutationOf(2, 'goal.add', { title: { en: 'In', es: 'En' } })
    expect(await pushedTo(store, [lost, other], true)).toEqual([waits, waits])
    // Of a program that is not newer it is what it always was.
    expect(await pushedTo(store, [lost, other], false)).toMatchObject([
      { status: 'applied' },
      { status: 'refused', refusal: { code: 'bad_input' } },
    ])
    await store.close()
  })

  test('a command that is no longer there is refused to an old computer, for good', async () => {
    const store = await trialDistrict(await engine.fresh())
    const gone = mutationOf(1, 'goal.of_before', {})
    const refused = { status: 'refused', refusal: { code: 'unknown_command' } }
    expect(await pushedTo(store, [gone], false)).toMatchObject([refused])
    expect(await pushedTo(store, [gone], true)).toMatchObject([refused])
    await store.close()
  })
})
