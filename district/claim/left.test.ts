import { afterAll, beforeAll, expect, test } from 'vitest'
import { ClaimRecord } from '../../core/claim/record.ts'
import { PersonRecord } from '../../core/person/record.ts'
import { ReviewRecord } from '../../core/review/record.ts'
import { bodyOn, readyClaim, submission } from '../trial/claim.ts'
import type { TrialDevice } from '../trial/device.ts'
import { joined } from '../trial/device.ts'
import type { TrialDistrict } from '../trial/district.ts'
import { trialDistrict } from '../trial/district.ts'

let district: TrialDistrict
let maya: TrialDevice
let jonah: TrialDevice
let lucia: TrialDevice
beforeAll(async () => {
  district = await trialDistrict()
  maya = await joined(district, 'maya')
  jonah = await joined(district, 'jonah')
  lucia = await joined(district, 'lucia')
})
afterAll(() => district.close())

/** A claim that Jonah has taken, and his reading of it. */
async function takenByJonah() {
  const { claim } = await readyClaim(maya)
  await maya.act('claim.submit', submission(maya, claim))
  await jonah.until(() => bodyOn(jonah, ClaimRecord, claim))
  const taken = await jonah.act('review.take', { claim })
  return { claim, review: taken.id('review') }
}
const readersOf = async (device: TrialDevice, claim: string) => {
  await device.pull()
  return bodyOn(device, ClaimRecord, claim)?.readers
}

test('what a coach holds goes on when the office releases it: another takes it, and the first one’s reading is over', async () => {
  const { claim, review } = await takenByJonah()
  const take = { name: 'review.take' as const, input: { claim } }
  expect(await lucia.push([take])).toMatchObject([{ refusal: { code: 'review_taken' } }])
  const [byCoach] = await lucia.push([{ name: 'review.release', input: { claim } }])
  expect(byCoach).toMatchObject({ refusal: { code: 'not_here' } })
  const ruth = await joined(district, 'ruth')
  await ruth.act('review.release', { claim })
  expect(await readersOf(maya, claim)).toEqual([])
  await lucia.act('review.take', { claim })
  expect(await readersOf(maya, claim)).toEqual(['lucia'])
  await jonah.pull()
  expect(bodyOn(jonah, ReviewRecord, review)?.state).toBe('returned')
  await maya.act('claim.withdraw', { claim })
})

test('what a coach holds who is no coach any more is taken by another at once', async () => {
  const { claim, review } = await takenByJonah()
  const desmond = await joined(district, 'desmond')
  const person = bodyOn(desmond, PersonRecord, 'jonah')
  if (person === undefined) throw new Error('nobody knows Jonah')
  await desmond.act('person.add', { id: 'jonah', person: { ...person, roles: ['educator'] } })
  await lucia.act('review.take', { claim })
  expect(await readersOf(maya, claim)).toEqual(['lucia'])
  await jonah.pull()
  expect(bodyOn(jonah, ReviewRecord, review)?.state).toBe('returned')
})
