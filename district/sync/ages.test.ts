import { afterAll, beforeAll, expect, test } from 'vitest'
import { pullReply, pullTarget } from '../../contract/sync/pull.ts'
import { pushReply } from '../../contract/sync/push.ts'
import { districtPaths, protocol, protocolOldest } from '../../contract/sync/version.ts'
import { codeIn, joined } from '../trial/device.ts'
import type { TrialDevice } from '../trial/device.ts'
import type { TrialDistrict } from '../trial/district.ts'
import { trialDistrict } from '../trial/district.ts'

// Computers and districts of different age (sync.md §3.5).

let district: TrialDistrict
beforeAll(async () => {
  district = await trialDistrict()
})
afterAll(() => district.close())

const pushAs = (device: TrialDevice, of: number, name: string, input: object) => {
  const [mutation] = device.mutations([{ name: 'goal.add', input }])
  const value = { protocol: of, device: device.name, mutations: [{ ...mutation, name }] }
  return device.askJson('POST', districtPaths.push, value)
}
const resultIn = (answer: { readonly body: Buffer }) =>
  pushReply.parse(JSON.parse(answer.body.toString())).results[0]?.[1]
/** As a program of before protocol 5 asks. */
const pullOfBefore = (cursor: string) => `${districtPaths.pull}?cursor=${cursor}&wait=0`

test('a computer five versions behind is served as before: it sends, and reads', async () => {
  const maya = await joined(district, 'maya')
  const added = await pushAs(maya, protocolOldest, 'goal.add', { layer: 'personal', title: 'Old' })
  expect(resultIn(added)).toMatchObject({ status: 'applied' })
  const answer = await maya.ask({ method: 'GET', target: pullOfBefore(maya.cursor) })
  const page = pullReply.parse(JSON.parse(answer.body.toString()))
  expect(page).toMatchObject({
    more: false,
    results: [[expect.any(String), { status: 'applied' }]],
  })
  expect(protocol - protocolOldest).toBe(5)
})

test('one that is older still is asked to be updated, and may read meanwhile; nothing that it sent is decided', async () => {
  const maya = await joined(district, 'maya')
  const refused = await pushAs(maya, protocolOldest - 1, 'goal.add', {
    layer: 'personal',
    title: 'Older',
  })
  expect([refused.status, codeIn(refused)]).toEqual([426, 'upgrade'])
  const answer = await maya.ask({ method: 'GET', target: pullOfBefore(maya.cursor) })
  expect(pullReply.parse(JSON.parse(answer.body.toString()))).toMatchObject({ results: [] })
  const sent = maya.mutations([{ name: 'goal.add', input: {}, n: 1 }]).map(({ key }) => key)
  expect(await district.program().house.store.results(sent)).toEqual(new Map())
})

test('what a newer computer knows and this district does not waits, and is not refused', async () => {
  const maya = await joined(district, 'maya')
  const ahead = await pushAs(maya, protocol + 1, 'goal.of_next_year', { layer: 'personal' })
  expect(resultIn(ahead)).toEqual({ status: 'wait', on: 'upgrade' })
  const same = await pushAs(maya, protocol, 'goal.of_next_year', { layer: 'personal' })
  expect(resultIn(same)).toMatchObject({ status: 'refused' })
})

test('every pull tells what the streams add up to; one that is asked for anew comes from its beginning', async () => {
  const maya = await joined(district, 'maya')
  const pageOf = async (anew: readonly string[] = []) => {
    const target = pullTarget(maya.cursor, 0, undefined, anew)
    const page = pullReply.parse(
      JSON.parse((await maya.ask({ method: 'GET', target })).body.toString()),
    )
    if ('resync' in page) throw new Error('no page')
    return page
  }
  const quiet = await pageOf()
  expect(quiet.ops).toEqual([])
  const [records] = quiet.sums?.['user:maya'] ?? []
  const anew = await pageOf(['user:maya', 'user:jonah'])
  // What is another's is not hers to ask for.
  expect(anew.anew).toEqual(['user:maya'])
  expect(anew.ops.filter(op => op.length > 3)).toHaveLength(records ?? 0)
  expect(new Set(anew.ops.map(([stream]) => stream))).toEqual(new Set(['user:maya']))
})
