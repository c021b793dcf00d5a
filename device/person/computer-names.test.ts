import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { DemoDistrict } from '../demo/district-process.ts'
import { startDemoDistrict } from '../demo/district-process.ts'
import { invitedBy, joinWith } from '../trial/joined.ts'
import type { OpenProgram } from '../trial/open-program.ts'
import { openProgram, trialFolder } from '../trial/open-program.ts'
import type { Road } from '../trial/road.ts'
import { roadTo } from '../trial/road.ts'

const folder = trialFolder()
let district: DemoDistrict
let road: Road
let laptop: OpenProgram
let tablet: OpenProgram
beforeAll(async () => {
  district = await startDemoDistrict(join(folder.path, 'district'))
  road = await roadTo(district.address)
  laptop = await openProgram(folder.path, {}, 'laptop')
  const code = district.people.find(person => person.id === 'maya')?.code ?? ''
  await joinWith(laptop, road.address, code)
  tablet = await openProgram(folder.path, {}, 'tablet')
  await joinWith(tablet, district.address, await invitedBy(laptop, 'maya'))
  // Who has joined is told with a pull, like all else.
  for (const program of [laptop, tablet])
    await vi.waitFor(async () => expect(await namesOn(program)).toHaveLength(2), 20_000)
}, 60_000)
afterAll(async () => {
  for (const program of [laptop, tablet]) await program.close()
  await road.cut()
  await district.close()
  folder.remove()
})

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
  await road.cut()
  expect(await namesOn(laptop)).toContainEqual([false, 'In my bag'])
  const other = (await laptop.query('computers', {})).computers.find(one => !one.isThis)
  const answer = await laptop.post(own, { device: other?.device, name: 'At home' })
  expect(answer.status).not.toBe(200)
  expect(await namesOn(laptop)).toContainEqual([false, 'In my bag'])
})
