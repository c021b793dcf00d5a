import { afterAll, beforeAll, expect, test } from 'vitest'
import { pullTarget } from '../../contract/sync/pull.ts'
import { wireLimits } from '../../contract/sync/version.ts'
import { joined, jsonIn } from '../trial/device.ts'
import type { TrialDistrict } from '../trial/district.ts'
import { trialDistrict } from '../trial/district.ts'
import { heldMax, heldOf } from './held.ts'

// Security row 50: pulls that are held open are few for each computer, and no more than a district can hold.

let district: TrialDistrict
beforeAll(async () => {
  district = await trialDistrict()
})
afterAll(() => district.close())

test('a computer that holds more pulls than it may is answered the oldest, and keeps the newest', async () => {
  const maya = await joined(district, 'maya')
  const answered: number[] = []
  const held: Promise<unknown>[] = []
  const hold = (n: number) =>
    maya
      .ask({ method: 'GET', target: pullTarget(maya.cursor, wireLimits.pullWaitMs) })
      .then(answer => {
        answered.push(n)
        return jsonIn(answer)
      })
  for (let n = 1; n <= heldMax.ofDevice + 1; n++) {
    held.push(hold(n))
    // One after the other, so that it is known which came first.
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  expect(await held[0]).toMatchObject({ ops: [], more: false })
  expect(answered).toEqual([1])
  await maya.act('goal.add', { layer: 'personal', title: 'Heard by all that are held' })
  for (const page of await Promise.all(held.slice(1)))
    expect(JSON.stringify(page)).toContain('Heard by all that are held')
})

test('where too many are held in all, who comes is told to come back, and room is counted once', () => {
  const held = heldOf({ ofDevice: 2, inAll: 3 })
  const gone: string[] = []
  const hold = (device: string, n: number) =>
    held.hold(device, () => void gone.push(`${device}${n}`))
  const ends = [hold('a', 1), hold('a', 2), hold('b', 1)]
  expect(() => hold('c', 1)).toThrow('busy')
  ends[2]?.()
  ends[2]?.()
  hold('a', 3)
  expect(gone).toEqual(['a1'])
  // Of the one that was let go nothing is left to end.
  ends[0]?.()
  hold('c', 1)
  expect(() => hold('d', 1)).toThrow('busy')
})
