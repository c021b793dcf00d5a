import { afterAll, beforeAll, expect, test } from 'vitest'
import { beingReadReply } from '../../contract/sync/being-read.ts'
import { districtPaths } from '../../contract/sync/version.ts'
import { ClaimRecord } from '../../core/claim/record.ts'
import { PersonRecord } from '../../core/person/record.ts'
import { ReviewRecord } from '../../core/review/record.ts'
import { bodyOn, readyClaim, submission } from '../trial/claim.ts'
import type { TrialDevice } from '../trial/device.ts'
import { joined, jsonIn } from '../trial/device.ts'
import { entered } from '../trial/entered.ts'
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

test('what its person withdraws is read no more: the reading ends, and its notes stay with the coach', async () => {
  const { claim, review } = await takenByJonah()
  await jonah.pull()
  const said = { review, text: 'The question fits.', base: '' }
  const criterion = bodyOn(jonah, ReviewRecord, review)?.criteria[0] ?? ''
  await jonah.act('review.comment', { ...said, criterion })
  await maya.act('claim.withdraw', { claim })
  await jonah.pull()
  expect(bodyOn(jonah, ClaimRecord, claim)).toBeUndefined()
  const read = bodyOn(jonah, ReviewRecord, review)
  expect(read).toMatchObject({ state: 'returned', comments: { [criterion]: said.text } })
  expect(read?.withdrawnAt).toBe(bodyOn(maya, ClaimRecord, claim)?.changedAt)
  await maya.pull()
  expect(bodyOn(maya, ReviewRecord, review)).toBeUndefined()
})

test('a draft that is given up on one computer, without a network, takes back nothing that another one sent meanwhile', async () => {
  const { claim } = await readyClaim(maya)
  const laptop = await joined(district, 'maya')
  const givenUp = { name: 'claim.withdraw' as const, input: { claim, attempts: 0 } }
  const at = { doneAt: district.now() }
  await maya.act('claim.submit', submission(maya, claim))
  await jonah.until(() => bodyOn(jonah, ClaimRecord, claim))
  await jonah.act('review.take', { claim })
  expect(await laptop.push([{ ...givenUp, ...at }])).toMatchObject([
    { status: 'refused', refusal: { code: 'changed_since' } },
  ])
  expect(await readersOf(maya, claim)).toEqual(['jonah'])
  await maya.act('claim.withdraw', { claim, attempts: 1 })
  expect(await readersOf(maya, claim)).toEqual([])
})

test.each([
  ['an administrator', 'desmond'],
  ['the office', 'ruth'],
])(
  '%s is told what is being read and by whom, nothing of what it says, and gives it back',
  async (_who, person) => {
    const { claim } = await takenByJonah()
    const device = await joined(district, person)
    const asked = () => device.ask({ method: 'GET', target: districtPaths.beingRead })
    const told = async () => beingReadReply.parse(jsonIn(await asked())).claims
    const [only, ...others] = await told()
    expect(others).toEqual([])
    expect(only).toMatchObject({ claim, owner: 'maya', reader: 'jonah' })
    expect(only?.answerBy).toMatch(/^2026-12-/)
    await maya.pull()
    const { answers } = bodyOn(maya, ClaimRecord, claim)?.attempts.at(-1) ?? { answers: {} }
    const text = (await asked()).body.toString()
    expect(Object.values(answers).length).toBeGreaterThan(0)
    for (const answer of Object.values(answers)) expect(text).not.toContain(answer)
    expect(device.records.has(`claim/${claim}`)).toBe(false)
    await device.act('review.release-unseen', { claim })
    expect(await readersOf(maya, claim)).toEqual([])
    expect(await told()).toEqual([])
    await maya.act('claim.withdraw', { claim })
  },
)

test('an administrator of a school is told of its people’s claims alone', async () => {
  const { claim } = await takenByJonah()
  await maya.pull()
  const units = bodyOn(maya, ClaimRecord, claim)?.units ?? []
  const keeping = async (id: string, within: string) => {
    const grants = [{ role: 'administrator' as const, within }]
    await entered(district, id, { units: [within], grants })
    const device = await joined(district, id)
    const answer = await device.ask({ method: 'GET', target: districtPaths.beingRead })
    return beingReadReply.parse(jsonIn(answer)).claims.map(one => one.claim)
  }
  expect(units).toContain('linden')
  expect(await keeping('theirs', 'linden')).toEqual([claim])
  expect(await keeping('others', 'mill-creek')).toEqual([])
  const ruth = await joined(district, 'ruth')
  await ruth.act('review.release', { claim })
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
