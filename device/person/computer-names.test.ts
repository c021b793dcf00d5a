import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OpenProgram } from '../trial/open-program.ts'
import type { TrialDistrict } from '../trial/trial-district.ts'
import { trialDistrict } from '../trial/trial-district.ts'
import { untilPasses } from '../../test/builders/patience.ts'

let trial: TrialDistrict
let laptop: OpenProgram
let tablet: OpenProgram
beforeAll(async () => {
  trial = await trialDistrict()
  laptop = await trial.joined('laptop', 'maya', { address: trial.road.address })
  tablet = await trial.joined('tablet', 'maya', { letInBy: laptop })
  // Who has joined is told with a pull, like all else.
  for (const program of [laptop, tablet])
    await untilPasses(async () => expect(await namesOn(program)).toHaveLength(2))
}, 60_000)
afterAll(() => trial.close())

const own = '/api/district/devices/own'
const namesOn = async (program: OpenProgram) =>
  (await program.query('computers', {})).computers.map(({ isThis, name }) => [isThis, name])

test('a computer knows its own name from when it joins, and is called as its person likes', async () => {
  expect(await namesOn(tablet)).toContainEqual([true, 'trial'])
  const { computers } = await tablet.query('computers', {})
  const device = computers.find(computer => computer.isThis)?.device
  expect((await tablet.post(own, { device, name: 'In my bag' })).status).toBe(200)
  expect(await namesOn(tablet)).toContainEqual([true, 'In my bag'])
})

test('what was told of the others is known without a network, and nothing can be called otherwise then', async () => {
  expect((await laptop.knock(own)).status).toBe(200)
  await trial.road.cut()
  expect(await namesOn(laptop)).toContainEqual([false, 'In my bag'])
  const other = (await laptop.query('computers', {})).computers.find(one => !one.isThis)
  const answer = await laptop.post(own, { device: other?.device, name: 'At home' })
  expect(answer.status).not.toBe(200)
  expect(await namesOn(laptop)).toContainEqual([false, 'In my bag'])
})
