import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { DeviceRow } from '../../contract/sync/join.ts'
import { waitingPaths } from '../../contract/device/waiting.ts'
import type { DemoDistrict } from '../demo/district-process.ts'
import { startDemoDistrict } from '../demo/district-process.ts'
import { done, made } from '../trial/done.ts'
import { invitedBy, joinWith } from '../trial/joined.ts'
import type { OpenProgram } from '../trial/open-program.ts'
import { openProgram, trialFolder } from '../trial/open-program.ts'
import type { Road } from '../trial/road.ts'
import { roadTo } from '../trial/road.ts'
import { syncStateOf } from '../trial/sync-state.ts'
import { untilPasses } from '../../test/builders/patience.ts'

// Everything here is real: a district in a process of its own, and programs that meet nowhere else.
let folder: ReturnType<typeof trialFolder>
let district: DemoDistrict
let road: Road
let laptop: OpenProgram
let tablet: OpenProgram
let administrator: OpenProgram

const open = (name: string) => openProgram(folder.path, { random: () => 0 }, name)

beforeEach(async () => {
  folder = trialFolder()
  district = await startDemoDistrict(join(folder.path, 'district'))
  road = await roadTo(district.address)
  const codeOf = (id: string) => district.people.find(person => person.id === id)?.code ?? ''
  laptop = await open('laptop')
  await joinWith(laptop, road.address, codeOf('maya'))
  administrator = await open('administrator')
  await joinWith(administrator, district.address, codeOf('desmond'))
  tablet = await open('tablet')
  await joinWith(tablet, district.address, await invitedBy(laptop, 'maya'))
  await untilPasses(async () => expect((await syncStateOf(laptop)).state).toBe('record'))
}, 60_000)
afterEach(async () => {
  for (const program of [laptop, tablet, administrator]) await program.close()
  await road.cut()
  await district.close()
  folder.remove()
})

const session = async (program: OpenProgram) =>
  JSON.parse(await (await program.knock('/api/session')).text())
const addGoal = async (program: OpenProgram, title: string) =>
  made(await done(program, 'goal.add', { layer: 'personal', title }))
const ours = ['Heard', 'Arrived', 'Unsent', 'After the end']
const goalsOn = async (program: OpenProgram) =>
  (await program.query('plan', {})).goals
    .filter(({ body }) => ours.includes(body.title))
    .map(({ body, sight }) => `${body.title} ${body.why} ${sight}`)
    .toSorted()
const devices = async (program: OpenProgram): Promise<readonly DeviceRow[]> =>
  JSON.parse(await (await program.knock('/api/district/devices')).text()).devices
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
  await road.cut()
  const goal = await addGoal(laptop, 'Unsent')
  await done(laptop, 'goal.write', { goal, field: 'why', base: '', text: 'on a bus' })
  const mine = (await devices(tablet)).toSorted((a, b) => a.joinedAt - b.joinedAt)
  await administrator.post('/api/district/devices/revoke', { device: mine[0]?.device })
  await road.mend()
  await laptop.post('/api/sync-now', {})
  await untilPasses(async () =>
    expect(await syncStateOf(laptop)).toMatchObject({ away: 'revoked' }),
  )
  await addGoal(laptop, 'After the end')
}
const whole = ['After the end  record', 'Heard  record', 'Unsent on a bus record']

test('a computer that was sent away joins again: what it had not sent goes, each thing once, nothing is lost', async () => {
  await sentAway()
  const shown = (await session(laptop)).device
  const code = await invitedBy(administrator, 'maya')
  expect((await setUp(laptop, road.address, code)).status).toBe(200)
  for (const program of [laptop, tablet])
    await untilPasses(async () => expect(await goalsOn(program)).toEqual(whole))
  expect(await syncStateOf(laptop)).toMatchObject({ waitingCount: 0, refusedCount: 0 })
  // The window goes on with the same records; the district knows another computer.
  expect((await session(laptop)).device).toBe(shown)
  expect((await devices(laptop)).filter(one => one.revokedAt === null)).toHaveLength(2)
  await laptop.close()
  laptop = await open('laptop')
  expect(await goalsOn(laptop)).toEqual(whole)
  await addGoal(laptop, 'Arrived')
  await untilPasses(async () => expect(await goalsOn(tablet)).toContain('Arrived  record'))
}, 60_000)

test('an invitation of another person changes nothing, and stays good for them', async () => {
  await sentAway()
  const code = await invitedBy(administrator, 'jonah')
  const refused = await setUp(laptop, road.address, code)
  expect([refused.status, await refused.json()]).toMatchObject([409, { code: 'other_person' }])
  expect(await syncStateOf(laptop)).toMatchObject({ away: 'revoked' })
  const jonah = await open('jonah')
  expect((await setUp(jonah, district.address, code)).status).toBe(200)
  await jonah.close()
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
  await setUp(laptop, road.address, await invitedBy(tablet, 'maya'))
  await untilPasses(async () =>
    expect(await syncStateOf(laptop)).toMatchObject({ state: 'record', waitingCount: 0 }),
  )
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
  const stranger = await open('stranger')
  await joinWith(stranger, district.address, await invitedBy(administrator, 'maya'))
  await addGoal(stranger, 'Arrived')
  const file = await waitingOn(stranger)
  const known = (await devices(tablet)).find(one => one.waitsUntil !== undefined)
  const isToldHere = async () =>
    expect((await devices(tablet)).some(one => one.device === known?.device)).toBe(true)
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
  await stranger.close()
}, 60_000)

test('a computer whose key is gone joins again under another; it can’t show that it is itself, so it waits for a yes', async () => {
  await road.cut()
  await addGoal(laptop, 'Unsent')
  await laptop.close()
  await road.mend()
  rmSync(join(folder.path, 'laptop', 'device.key'))
  laptop = await open('laptop')
  expect(await syncStateOf(laptop)).toMatchObject({ away: 'key' })
  const code = await invitedBy(administrator, 'maya')
  expect((await setUp(laptop, road.address, code)).status).toBe(200)
  await untilPasses(async () =>
    expect(await syncStateOf(laptop)).toMatchObject({ waitsUntil: expect.any(Number) }),
  )
  expect(await goalsOn(tablet)).toEqual([])
  const waiting = (await devices(tablet)).find(one => one.waitsUntil !== undefined)
  expect(waiting?.person).toBe('maya')
  const answer = { device: waiting?.device, isTheirs: true }
  expect((await tablet.post('/api/district/devices/answer', answer)).status).toBe(200)
  await untilPasses(async () => expect(await goalsOn(tablet)).toEqual(['Unsent  record']))
  expect((await syncStateOf(laptop)).waitsUntil).toBeUndefined()
  expect(
    (await devices(tablet)).filter(one => one.revokedAt === null && one.person === 'maya'),
  ).toHaveLength(2)
}, 60_000)
