import { afterAll, beforeAll, expect, test } from 'vitest'
import { pullReply, pullTarget } from '../../contract/sync/pull.ts'
import { BadgeRecord } from '../../core/badge/record.ts'
import { ClaimRecord } from '../../core/claim/record.ts'
import type { Person } from '../../core/person/record.ts'
import { ReviewRecord } from '../../core/review/record.ts'
import { readAndFinish, readyClaim, submission } from '../trial/claim.ts'
import type { TrialDevice } from '../trial/device.ts'
import { joined, jsonIn } from '../trial/device.ts'
import { entered } from '../trial/entered.ts'
import type { TrialDistrict } from '../trial/district.ts'
import { trialDistrict } from '../trial/district.ts'
import { until } from '../../test/builders/patience.ts'

let district: TrialDistrict
let desmond: TrialDevice
beforeAll(async () => {
  district = await trialDistrict()
  desmond = await joined(district, 'desmond')
  for (const [id, name] of [
    ['alder', 'Alder High'],
    ['birch', 'Birch High'],
  ])
    await desmond.act('unit.add', { id, unit: { kind: 'school', name } })
  await desmond.act('unit.add', {
    id: 'alder-math',
    unit: { kind: 'team', name: 'Mathematics', school: 'alder' },
  })
})
afterAll(() => district.close())

let people = 0

/** Somebody new, and their computer. */
async function somebody(more: Partial<Person>) {
  const id = `person-${++people}`
  await placed(id, more)
  return joined(district, id)
}

async function placed(id: string, more: Partial<Person>): Promise<void> {
  district.move(1_000)
  await entered(district, id, { name: 'Nell Adair', units: [], grants: [], ...more })
}

const coachIn = (within: string) => somebody({ grants: [{ role: 'coach', within }] })
const officerIn = (within: string) => somebody({ grants: [{ role: 'officer', within }] })

/** What the district would tell a new computer of this person: all that is theirs to read now. */
async function told(device: TrialDevice): Promise<ReadonlySet<string>> {
  const reply = pullReply.parse(
    jsonIn(await device.ask({ method: 'GET', target: pullTarget('', 0) })),
  )
  if (!('ops' in reply) || reply.more) throw new Error('not one page')
  return new Set(reply.ops.filter(op => op.length > 3).map(([, kind, id]) => `${kind}/${id}`))
}

const isTold = async (device: TrialDevice, key: string) => (await told(device)).has(key)

test('a claim is read where its person works: by that school’s coaches, its team’s, and the district’s', async () => {
  const teacher = await somebody({ units: ['alder-math'] })
  const [school, team, other] = [
    await coachIn('alder'),
    await coachIn('alder-math'),
    await coachIn('birch'),
  ]
  const jonah = await joined(district, 'jonah')
  const { claim, sha256 } = await readyClaim(teacher)
  await teacher.act('claim.submit', submission(teacher, claim))
  await until(() => isTold(school, `claim/${claim}`))
  expect(await isTold(team, `claim/${claim}`)).toBe(true)
  expect(await isTold(jonah, `claim/${claim}`)).toBe(true)
  expect(await isTold(other, `claim/${claim}`)).toBe(false)
  // Nor its file, nor by its id.
  expect((await school.blob(sha256)).status).toBe(200)
  expect((await other.blob(sha256)).status).toBe(404)
  const [taken] = await other.push([{ name: 'review.take', input: { claim } }])
  expect(taken).toMatchObject({ status: 'refused', refusal: { code: 'not_here' } })
  expect((await school.act('review.take', { claim })).status).toBe('applied')
})

test('who moves to another school is read there: the first reader’s notes stay theirs, the claim is gone for them', async () => {
  const teacher = await somebody({ units: ['alder'] })
  const [before, after] = [await coachIn('alder'), await coachIn('birch')]
  const { claim } = await readyClaim(teacher)
  await teacher.act('claim.submit', submission(teacher, claim))
  await until(() => isTold(before, `claim/${claim}`))
  const review = (await before.act('review.take', { claim })).id('review')
  await placed(teacher.person, { units: ['birch'] })
  await until(() => isTold(after, `claim/${claim}`))
  const left = await told(before)
  expect([left.has(`claim/${claim}`), left.has(`review/${review}`)]).toEqual([false, true])
  await before.pull()
  expect(ReviewRecord.schema.parse(before.records.get(`review/${review}`)).state).toBe('returned')
  await readAndFinishWhere(after, claim)
})

test('what is earned, its readings and its badge move to the office where its person works', async () => {
  const teacher = await somebody({ units: ['alder'] })
  const coach = await coachIn('alder')
  const [before, after] = [await officerIn('alder'), await officerIn('birch')]
  const { claim } = await readyClaim(teacher)
  await teacher.act('claim.submit', submission(teacher, claim))
  await until(() => isTold(coach, `claim/${claim}`))
  await readAndFinishWhere(coach, claim)
  await until(() => isTold(before, `claim/${claim}`))
  // A school's office checks signatures by keys of people who are none of the school's.
  const badge = (await before.act('badge.approve', { claim })).id('badge')
  const review = ClaimRecord.schema.parse(
    (await teacher.until(() => teacher.records.get(`claim/${claim}`))) ?? {},
  ).attempts[0]?.outcome?.review
  const all = [`claim/${claim}`, `badge/${badge}`, `review/${review}`]
  const [refused] = await after.push([{ name: 'badge.revoke', input: { badge, reason: 'No.' } }])
  expect(refused).toMatchObject({ refusal: { code: 'not_here' } })
  await placed(teacher.person, { units: ['birch'] })
  await until(() => isTold(after, `badge/${badge}`))
  const [there, gone] = [await told(after), await told(before)]
  expect(all.map(key => [there.has(key), gone.has(key)])).toEqual(all.map(() => [true, false]))
  await teacher.pull()
  expect(BadgeRecord.schema.parse(teacher.records.get(`badge/${badge}`)).units).toEqual(['birch'])
})

test('a coach who loses a school gives back what they read there, and is told that the stream is gone', async () => {
  const teacher = await somebody({ units: ['alder'] })
  const coach = await coachIn('alder')
  const other = await coachIn('alder')
  const { claim } = await readyClaim(teacher)
  await teacher.act('claim.submit', submission(teacher, claim))
  await until(() => isTold(coach, `claim/${claim}`))
  const review = (await coach.act('review.take', { claim })).id('review')
  await coach.pull()
  const cursor = coach.cursor
  await placed(coach.person, { grants: [{ role: 'coach', within: 'birch' }] })
  await until(async () => !(await isTold(coach, `claim/${claim}`)))
  const target = pullTarget(cursor, 0)
  const page = pullReply.parse(jsonIn(await coach.ask({ method: 'GET', target })))
  expect(page).toMatchObject({ drop: ['coaches:alder'] })
  const rated = { review, criterion: 'x', rank: 1 }
  const [refused] = await coach.push([{ name: 'review.rate', input: rated }])
  expect(refused).toMatchObject({ refusal: { code: 'not_here' } })
  expect((await other.act('review.take', { claim })).status).toBe('applied')
})

test('an entry that changes otherwise seats nothing anew', async () => {
  const teacher = await somebody({ units: ['alder'] })
  const coach = await coachIn('alder')
  const { claim } = await readyClaim(teacher)
  await teacher.act('claim.submit', submission(teacher, claim))
  await until(() => isTold(coach, `claim/${claim}`))
  const rev = async () =>
    (await district.program().house.store.seen().get(ClaimRecord, claim))?.rec.rev
  const before = await rev()
  await placed(teacher.person, { units: ['alder'], place: 'Grade 5' })
  await placed(coach.person, { grants: [{ role: 'coach', within: 'alder' }], name: 'Nell A.' })
  await new Promise(resolve => setTimeout(resolve, 300))
  expect(await rev()).toBe(before)
})

/** As a coach whose computer has been told of the claim. */
async function readAndFinishWhere(coach: TrialDevice, claim: string): Promise<void> {
  await coach.pull()
  await readAndFinish(coach, claim)
}
