import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { waitingPaths } from '../../contract/device/waiting.ts'
import { done, made } from '../trial/done.ts'
import { devicesToldTo, invitedBy } from '../trial/joined.ts'
import { sessionOf } from '../trial/locking.ts'
import type { OpenProgram } from '../trial/open-program.ts'
import { syncStateOf, untilInRecord } from '../trial/sync-state.ts'
import type { TrialDistrict } from '../trial/trial-district.ts'
import { trialDistrict } from '../trial/trial-district.ts'
import { untilPasses } from '../../test/builders/patience.ts'

let trial: TrialDistrict
let laptop: OpenProgram
let tablet: OpenProgram
let administrator: OpenProgram

beforeEach(async () => {
  trial = await trialDistrict()
  laptop = await trial.joined('laptop', 'maya', { address: trial.road.address })
  administrator = await trial.joined('administrator', 'desmond')
  tablet = await trial.joined('tablet', 'maya', { letInBy: laptop })
  await untilInRecord(laptop)
}, 60_000)
afterEach(() => trial.close())

const addGoal = async (program: OpenProgram, title: string) =>
  made(await done(program, 'goal.add', { layer: 'personal', title }))
const ours = ['Heard', 'Arrived', 'Unsent', 'After the end']
const goalsOn = async (program: OpenProgram) =>
  (await program.query('plan', {})).goals
    .filter(({ body }) => ours.includes(body.title))
    .map(({ body, sight }) => `${body.title} ${body.why} ${sight}`)
    .toSorted()
const waitingOn = (program: OpenProgram) => program.knock('/api/outbox').then(file => file.text())
const setUp = (program: OpenProgram, address: string, code: string) =>
  program.post('/api/setup', { join: { address, code } })
const reading = async (program: OpenProgram, path: string, file: string) => {
  const answer = await program.knock(path, { method: 'POST', body: file })
  return { status: answer.status, said: JSON.parse(await answer.text()) }
}

/** The laptop, sent away with unsent work from before and after: a goal, and words written into it. */
async function sentAway(): Promise<void> {
  await addGoal(laptop, 'Heard')
  await untilPasses(async () => expect(await goalsOn(laptop)).toEqual(['Heard  record']))
  await trial.road.cut()
  const goal = await addGoal(laptop, 'Unsent')
  await done(laptop, 'goal.write', { goal, field: 'why', base: '', text: 'on a bus' })
  const mine = (await devicesToldTo(tablet)).toSorted((a, b) => a.joinedAt - b.joinedAt)
  await administrator.post('/api/district/devices/revoke', { device: mine[0]?.device })
  await trial.road.mend()
  await laptop.post('/api/sync-now', {})
  await untilPasses(async () =>
    expect(await syncStateOf(laptop)).toMatchObject({ away: 'revoked' }),
  )
  await addGoal(laptop, 'After the end')
}
const whole = ['After the end  record', 'Heard  record', 'Unsent on a bus record']

test('a computer that was sent away joins again: what it had not sent goes, each thing once, nothing is lost', async () => {
  await sentAway()
  const shown = (await sessionOf(laptop)).device
  const code = await invitedBy(administrator, 'maya')
  expect((await setUp(laptop, trial.road.address, code)).status).toBe(200)
  for (const program of [laptop, tablet])
    await untilPasses(async () => expect(await goalsOn(program)).toEqual(whole))
  expect(await syncStateOf(laptop)).toMatchObject({ waitingCount: 0, refusedCount: 0 })
  // The window goes on with the same records; the district knows another computer.
  expect((await sessionOf(laptop)).device).toBe(shown)
  expect((await devicesToldTo(laptop)).filter(one => one.revokedAt === null)).toHaveLength(2)
  await laptop.close()
  laptop = await trial.open('laptop')
  expect(await goalsOn(laptop)).toEqual(whole)
  await addGoal(laptop, 'Arrived')
  await untilPasses(async () => expect(await goalsOn(tablet)).toContain('Arrived  record'))
}, 60_000)

test('an invitation of another person changes nothing, and stays good for them', async () => {
  await sentAway()
  const code = await invitedBy(administrator, 'jonah')
  const refused = await setUp(laptop, trial.road.address, code)
  expect([refused.status, await refused.json()]).toMatchObject([409, { code: 'other_person' }])
  expect(await syncStateOf(laptop)).toMatchObject({ away: 'revoked' })
  const jonah = await trial.open('jonah')
  expect((await setUp(jonah, trial.address, code)).status).toBe(200)
}, 60_000)

test('what waited is saved, read in on another computer, and comes once, also when the first joins again', async () => {
  await sentAway()
  const file = await waitingOn(laptop)
  const look = await reading(tablet, waitingPaths.look, file)
  expect(look.said).toMatchObject({ count: 3, groups: [{ group: 'plan', n: 3 }], known: 0 })
  expect(await goalsOn(tablet)).toEqual(['Heard  record'])
  const take = await reading(tablet, waitingPaths.take, file)
  expect(take.said).toEqual({ taken: 3, refused: 0, known: 0 })
  await untilPasses(async () => expect(await goalsOn(tablet)).toEqual(whole))
  expect((await reading(tablet, waitingPaths.take, file)).said).toMatchObject({
    taken: 0,
    known: 3,
  })
  await setUp(laptop, trial.road.address, await invitedBy(tablet, 'maya'))
  await untilInRecord(laptop)
  // What the other had brought is told to this one too.
  for (const program of [laptop, tablet])
    await untilPasses(async () => expect(await goalsOn(program)).toEqual(whole))
}, 60_000)

test('a file that nobody of this person signed as it is, is not taken in, nor one of another person', async () => {
  await sentAway()
  const file = await waitingOn(laptop)
  const changed = file.replace('on a bus', 'by a thief')
  const unsigned = JSON.stringify({ ...JSON.parse(file), signed: undefined })
  const other = await waitingOn(administrator)
  const codes: Record<string, string> = {
    waiting_unsigned: changed,
    waiting_of_another: other,
    waiting_not_one: file.slice(0, 80),
    waiting_newer: file.replace('"version": 2', '"version": 3'),
  }
  for (const [code, text] of [...Object.entries(codes), ['waiting_unsigned', unsigned] as const])
    for (const path of Object.values(waitingPaths))
      expect((await reading(tablet, path, text)).said.code).toBe(code)
  expect((await reading(administrator, waitingPaths.take, file)).said.code).toBe(
    'waiting_of_another',
  )
  expect(await goalsOn(tablet)).toEqual(['Heard  record'])
}, 60_000)

test('a file of a computer that waits for a yes is not taken in: an administrator’s code let it in, and it may be anybody’s', async () => {
  const stranger = await trial.joined('stranger', 'maya', { letInBy: administrator })
  await addGoal(stranger, 'Arrived')
  const file = await waitingOn(stranger)
  const known = (await devicesToldTo(tablet)).find(one => one.waitsUntil !== undefined)
  const isToldHere = async () =>
    expect((await devicesToldTo(tablet)).some(one => one.device === known?.device)).toBe(true)
  await untilPasses(isToldHere)
  await tablet.post('/api/sync-now', {})
  for (const path of Object.values(waitingPaths))
    expect((await reading(tablet, path, file)).said.code).toBe('waiting_unsigned')
  const answer = { device: known?.device, isTheirs: true }
  expect((await tablet.post('/api/district/devices/answer', answer)).status).toBe(200)
  await untilPasses(async () => {
    await tablet.post('/api/sync-now', {})
    expect((await reading(tablet, waitingPaths.look, file)).status).toBe(200)
  })
}, 60_000)

test('a computer whose key is gone joins again under another; it can’t show that it is itself, so it waits for a yes', async () => {
  await trial.road.cut()
  await addGoal(laptop, 'Unsent')
  await laptop.close()
  await trial.road.mend()
  rmSync(join(laptop.dataFolder, 'device.key'))
  laptop = await trial.open('laptop')
  expect(await syncStateOf(laptop)).toMatchObject({ away: 'key' })
  const code = await invitedBy(administrator, 'maya')
  expect((await setUp(laptop, trial.road.address, code)).status).toBe(200)
  await untilPasses(async () =>
    expect(await syncStateOf(laptop)).toMatchObject({ waitsUntil: expect.any(Number) }),
  )
  expect(await goalsOn(tablet)).toEqual([])
  const waiting = (await devicesToldTo(tablet)).find(one => one.waitsUntil !== undefined)
  expect(waiting?.person).toBe('maya')
  const answer = { device: waiting?.device, isTheirs: true }
  expect((await tablet.post('/api/district/devices/answer', answer)).status).toBe(200)
  await untilPasses(async () => expect(await goalsOn(tablet)).toEqual(['Unsent  record']))
  expect((await syncStateOf(laptop)).waitsUntil).toBeUndefined()
  expect(
    (await devicesToldTo(tablet)).filter(one => one.revokedAt === null && one.person === 'maya'),
  ).toHaveLength(2)
}, 60_000)
