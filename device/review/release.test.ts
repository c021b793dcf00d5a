import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { beingReadReply } from '../../contract/sync/being-read.ts'
import type { DemoDistrict } from '../demo/district-process.ts'
import { startDemoDistrict } from '../demo/district-process.ts'
import { done, made } from '../trial/done.ts'
import { joinWith } from '../trial/joined.ts'
import type { OpenProgram } from '../trial/open-program.ts'
import { openProgram, trialFolder } from '../trial/open-program.ts'
import type { Road } from '../trial/road.ts'
import { roadTo } from '../trial/road.ts'
import { sentClaim } from '../trial/sent-claim.ts'
import { untilPasses } from '../../test/builders/patience.ts'

// Everything here is real: the district is a process of its own, the people meet nowhere else.
const folder = trialFolder()
let district: DemoDistrict
let road: Road
let teacher: OpenProgram
/** Behind a road that can be cut, with a clock that can be set. */
let coach: OpenProgram
let clockOffMs = 0
let officer: OpenProgram
let claim: string
const opened: OpenProgram[] = []

async function joined(person: string, address = district.address): Promise<OpenProgram> {
  const clock = person === 'jonah' ? () => Date.now() + clockOffMs : Date.now
  const program = await openProgram(folder.path, { random: () => 0, clock }, person)
  opened.push(program)
  const code = district.people.find(({ id }) => id === person)?.code ?? ''
  await joinWith(program, address, code)
  return program
}

beforeAll(async () => {
  district = await startDemoDistrict(join(folder.path, 'district'))
  road = await roadTo(district.address)
  teacher = await joined('maya')
  coach = await joined('jonah', road.address)
  officer = await joined('ruth')
  claim = await sentClaim(teacher)
}, 60_000)
afterAll(async () => {
  for (const program of opened) await program.close()
  await road.cut()
  await district.close()
  folder.remove()
})

const poolOf = async (program: OpenProgram) =>
  (await program.query('reviews', {})).pool.map(row => row.id)
const toldTo = async (program: OpenProgram) => {
  const answer = await program.knock('/api/district/being-read')
  return answer.ok ? beingReadReply.parse(await answer.json()).claims : answer.status
}

async function taken(): Promise<string> {
  await untilPasses(async () => expect(await poolOf(coach)).toContain(claim))
  return made(await done(coach, 'review.take', { claim }))
}

test('the office, which coaches nobody, releases a claim whose coach can’t go on, and it waits for coaches again; its own computer holds nothing of it', async () => {
  expect(await toldTo(officer)).toEqual([])
  const review = await taken()
  await untilPasses(async () =>
    expect(await toldTo(officer)).toMatchObject([{ claim, owner: 'maya', reader: 'jonah' }]),
  )
  await officer.post('/api/sync-now', {})
  // Neither the claim nor the reading nor a place in any queue comes with it.
  expect((await officer.query('claim', { claim })).claim).toBeUndefined()
  expect((await officer.query('review', { review })).review).toBeUndefined()
  expect(await poolOf(officer)).toEqual([])

  expect((await officer.command('review.release-unseen', { claim })).status).toBe('queued')
  await untilPasses(async () => expect(await poolOf(coach)).toContain(claim))
  await untilPasses(async () => expect(await toldTo(officer)).toEqual([]))
  await untilPasses(async () =>
    expect((await coach.query('review', { review })).review?.body.state).toBe('returned'),
  )
  expect((await officer.query('refused', {})).refused).toEqual([])
})

test('a coach releases nobody’s reading, and is shown none to release', async () => {
  expect(await toldTo(coach)).toBe(403)
  expect(await coach.command('review.release', { claim })).toMatchObject({ status: 'refused' })
})

test('a clock that is set back without a network keeps no reading from being finished', async () => {
  const review = await taken()
  await untilPasses(async () =>
    expect((await coach.query('review', { review })).review?.sight).toBe('record'),
  )
  await road.cut()
  clockOffMs = -3_600_000
  const { micro } = await coach.query('review', { review })
  for (const { id, passRank } of micro?.body.parts.flatMap(part => part.criteria) ?? [])
    await done(coach, 'review.rate', { review, criterion: id, rank: passRank })
  const finished = await coach.post('/api/finish-review', { review })
  expect(JSON.parse(await finished.text())).toMatchObject({ status: 'applied' })
  clockOffMs = 0
  await road.mend()
  await coach.post('/api/sync-now', {})
  await untilPasses(async () =>
    expect((await teacher.query('claim', { claim })).claim?.body.state).toBe('earned'),
  )
})
