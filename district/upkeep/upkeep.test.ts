import { afterAll, beforeAll, expect, test } from 'vitest'
import { joined } from '../trial/device.ts'
import type { TrialDistrict } from '../trial/district.ts'
import { trialDistrict } from '../trial/district.ts'
import { pullReply, pullTarget } from '../../contract/sync/pull.ts'
import { forgetDaily, toldForMs } from './upkeep.ts'

let district: TrialDistrict
beforeAll(async () => {
  district = await trialDistrict()
})
afterAll(() => district.close())

test('a computer that was away for a year is told to begin its streams anew, once, and reads the rest in pages', async () => {
  const maya = await joined(district, 'maya')
  await maya.act('goal.add', { layer: 'personal', title: 'Before the year' })
  await maya.pull()
  const { cursor } = maya
  await maya.act('goal.add', { layer: 'personal', title: 'Never told to the other' })
  const other = await joined(district, 'maya')
  district.move(toldForMs + 86_400_000)
  await forgetDaily(district.program().house, new AbortController().signal)
  expect(district.log()).toContain('forgotten')
  maya.cursor = cursor
  const answer = await maya.ask({ method: 'GET', target: pullTarget(maya.cursor, 0) })
  const page = pullReply.parse(JSON.parse(answer.body.toString()))
  expect(page).toMatchObject({ anew: [`device:${maya.name}`], more: false })
  await maya.pull()
  await maya.pull()
  expect([...maya.records.values()].map(body => body['title'])).toContain('Never told to the other')
  // Once a day, and no more.
  const lines = district.log().length
  await forgetDaily(district.program().house, new AbortController().signal)
  expect(district.log()).toHaveLength(lines)
  expect(await other.pull()).toBe(0)
})

test('after a restart with the same build nothing is counted anew, and what streams add up to is told at once', async () => {
  await district.restart()
  const maya = await joined(district, 'maya')
  const answer = await maya.ask({ method: 'GET', target: pullTarget(maya.cursor, 0) })
  expect(pullReply.parse(JSON.parse(answer.body.toString()))).toHaveProperty('sums')
})
