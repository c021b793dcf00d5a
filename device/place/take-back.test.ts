import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CommandAnswer } from '../../contract/device/door.ts'
import type { OpenProgram } from '../trial/open-program.ts'
import { openProgram, trialFolder } from '../trial/open-program.ts'
import type { Script, ScriptedDistrict } from '../trial/scripted-district.ts'
import {
  aboutNow,
  emptyPage,
  scriptedDistrict,
  scriptedTrustKey,
} from '../trial/scripted-district.ts'
import { syncStateOf } from '../trial/sync-state.ts'
import { untilPasses } from '../../test/builders/patience.ts'

/** Long enough to do something meanwhile, short enough to wait for. */
const shortMs = 1_500

let folder: ReturnType<typeof trialFolder>
let district: ScriptedDistrict
let open: OpenProgram

/** Takes everything and brings nothing back. */
const takesAll: Script = ({ path, body }, response) => {
  const now = Date.now()
  if (path === '/sync/v1/about') return aboutNow(now)
  if (path === '/sync/v1/join') {
    const { device } = JSON.parse(body.toString())
    const person = { person: 'p_maya', name: 'Maya Okafor', roles: ['educator'] }
    return { device, ...person, district: 'Scripted', epoch: 'e1', now, trustKey: scriptedTrustKey }
  }
  if (path === '/sync/v1/push') {
    const { mutations } = JSON.parse(body.toString())
    const results = mutations.map(({ key }: { key: string }) => [key, { status: 'applied', at: 1 }])
    return { now, results }
  }
  const cursor = new URL(path, 'http://x').searchParams.get('cursor') ?? ''
  if (cursor === '') return { ...emptyPage(now, ''), next: 'c1' }
  setTimeout(() => response.end(JSON.stringify(emptyPage(Date.now(), cursor))), 100)
  return undefined
}

const started = (holdMs: number) =>
  openProgram(folder.path, { random: () => 0, holdMs: { 'goal.add': holdMs } })

beforeEach(async () => {
  folder = trialFolder()
  district = await scriptedDistrict()
  district.script(takesAll)
  open = await started(shortMs)
  const join = { address: district.address, code: 'ABCDE-FGHJK' }
  await open.post('/api/setup', { join })
})
afterEach(async () => {
  await open.close()
  await district.close()
  folder.remove()
})

async function addGoal(title: string, together?: string) {
  const input = { layer: 'personal', title }
  const asked = { name: 'goal.add', input, ...(together === undefined ? {} : { with: together }) }
  const answer: CommandAnswer = JSON.parse(await (await open.post('/api/commands', asked)).text())
  if (answer.status === 'refused') throw new Error(answer.refusal.code)
  return answer
}
const undo = (key: string) => open.post('/api/undo', { key })
const goals = async () => (await open.query('plan', {})).goals.map(row => row.body.title)
const came = () =>
  district.heard
    .filter(heard => heard.path === '/sync/v1/push')
    .flatMap(heard => JSON.parse(heard.body.toString()).mutations)
    .map((mutation: { input: { title?: string } }) => mutation.input.title)

const syncState = () => syncStateOf(open)

test('what leaves the house is told with its time, goes when that has passed, and then can’t be taken back', async () => {
  const added = await addGoal('Goes')
  expect(added.goesAt).toBe(added.keptAt + shortMs)
  const going = [{ key: added.key, command: 'goal.add', count: 1, goesAt: added.goesAt }]
  expect(await syncState()).toMatchObject({ waitingCount: 1, going })
  await untilPasses(() => expect(came()).toEqual(['Goes']))
  expect(Date.now()).toBeGreaterThanOrEqual(added.goesAt ?? Infinity)
  const late = await undo(added.key)
  expect([late.status, await late.json()]).toEqual([409, { code: 'gone_already' }])
  expect(await goals()).toContain('Goes')
  expect(await syncState()).not.toHaveProperty('going')
})

test('taken back in time, several as one, it never leaves the house', async () => {
  await addGoal('First', 'both')
  const last = await addGoal('Second', 'both')
  expect((await syncState()).going).toMatchObject([{ key: last.key, count: 2 }])
  expect((await undo(last.key)).status).toBe(200)
  expect(await goals()).toEqual([])
  const other = await addGoal('Third')
  await untilPasses(() => expect(came()).toEqual(['Third']))
  expect((await undo(other.key)).status).toBe(409)
})

test('while the district can’t be reached it has not gone, however long ago it was to go, and is taken back', async () => {
  await district.down()
  const added = await addGoal('Regretted on the train')
  const other = await addGoal('Meant')
  await untilPasses(async () => expect((await syncState()).away).toBe('network'))
  await untilPasses(() => expect(Date.now()).toBeGreaterThan((other.goesAt ?? Infinity) + 200))
  await open.post('/api/sync-now', {})
  await new Promise(resolve => setTimeout(resolve, 200))
  expect(await syncState()).toMatchObject({
    state: 'here',
    going: [{ key: added.key }, { key: other.key }],
  })
  expect((await undo(added.key)).status).toBe(200)
  await district.up()
  await open.post('/api/sync-now', {})
  await untilPasses(() => expect(came()).toEqual(['Meant']))
  expect(await goals()).toEqual(['Meant'])
  expect((await undo(other.key)).status).toBe(409)
})

test('what is taken back while the way is being opened does not go', async () => {
  const added = await addGoal('Taken back at the last moment')
  await untilPasses(() => expect(Date.now()).toBeGreaterThanOrEqual((added.goesAt ?? Infinity) - 5))
  // It may have been chosen already, or be about to: either way the answer is the truth.
  const { status } = await undo(added.key)
  await open.post('/api/sync-now', {})
  await addGoal('Next')
  await untilPasses(() => expect(came()).toContain('Next'))
  expect(came().includes('Taken back at the last moment')).toBe(status === 409)
  expect((await goals()).includes('Taken back at the last moment')).toBe(status === 409)
})

test('a program that ends meanwhile lets it go at its next start', async () => {
  await addGoal('Waits over the night')
  await open.close()
  expect(came()).toEqual([])
  open = await started(shortMs)
  await untilPasses(() => expect(came()).toEqual(['Waits over the night']))
})

test('what it stands under must be undone first', async () => {
  const added = await addGoal('Under')
  const goal = added.made['goal']
  const input = { goal, set: { state: 'reached' } }
  const changed = await open.command('goal.change', input)
  expect(changed).toMatchObject({
    status: 'applied',
    back: {
      did: 'goalChanged',
      step: { name: 'goal.change', input: { goal, set: { state: 'open' } } },
    },
  })
  const refused = await undo(added.key)
  expect([refused.status, await refused.json()]).toEqual([
    409,
    { code: 'needed_since', facts: { command: 'goal.change' } },
  ])
  expect(await goals()).toEqual(['Under'])
})

test('the way back that came with an answer leads back', async () => {
  const { made } = await addGoal('Dated')
  const goal = made['goal']
  const levels = async () => (await open.query('plan', {})).goals.map(row => row.body.nowLevel)
  await open.command('goal.change', { goal, set: { nowLevel: 'a' } })
  const done = await open.command('goal.change', { goal, set: { nowLevel: 'b' } })
  if (done.status === 'refused' || done.back === undefined) throw new Error('no way back')
  expect(await levels()).toEqual(['b'])
  const undone = await open.command(done.back.step.name, done.back.step.input)
  expect(await levels()).toEqual(['a'])
  if (undone.status === 'refused' || undone.back === undefined) throw new Error('no way on')
  await open.command(undone.back.step.name, undone.back.step.input)
  expect(await levels()).toEqual(['b'])
})
