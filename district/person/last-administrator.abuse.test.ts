import { afterAll, beforeAll, expect, test } from 'vitest'
import { InChargeRecord, inChargeId } from '../../core/person/in-charge.ts'
import { PersonRecord } from '../../core/person/record.ts'
import { RoleRequestRecord, roleRequestMs } from '../../core/person/role-request.ts'
import { aloneAfterTakingMs } from '../../core/person/took.ts'
import { all } from '../../db/query.ts'
import { joined, type TrialDevice } from '../trial/device.ts'
import type { TrialDistrict } from '../trial/district.ts'
import { trialDistrict } from '../trial/district.ts'

// A district is never left without an administrator, whatever its administrators do to each other at one moment.

const rounds = 12
let district: TrialDistrict
let desmond: TrialDevice
let ruth: TrialDevice
beforeAll(async () => {
  district = await trialDistrict()
  desmond = await joined(district, 'desmond')
  ruth = await joined(district, 'ruth')
})
afterAll(() => district.close())

const everybody = () => all({ seen: district.program().house.store.seen() }, PersonRecord, {})
const administrators = async () =>
  (await everybody()).filter(({ body }) => body.roles.includes('administrator')).map(({ id }) => id)
const counted = async () =>
  (await district.program().house.store.seen().get(InChargeRecord, inChargeId))?.rec.body

/** Makes somebody an administrator, with the yes of two. */
async function administrator(id: string, by: TrialDevice, other: TrialDevice): Promise<void> {
  const person = { name: `Administrator ${id}`, place: '', roles: ['educator', 'administrator'] }
  const request = (await by.act('person.add', { id, person })).id('role-request')
  await other.act('role.agree', { request })
}
const demoting = (id: string) => ({
  name: 'person.add' as const,
  input: { id, person: { name: `Administrator ${id}`, place: '', roles: ['educator'] } },
})

test('of two who end each other’s administration at the same moment one stays, every time', async () => {
  let [left, leftDevice] = ['desmond', desmond]
  for (let round = 0; round < rounds; round += 1) {
    const next = `next-${round}`
    await administrator(next, leftDevice, ruth)
    const nextDevice = await joined(district, next)
    const results = await Promise.all([
      leftDevice.push([demoting(next)]),
      nextDevice.push([demoting(left)]),
    ])
    const done = results.map(([result]) => result?.status)
    const stand = await administrators()
    expect([done.filter(status => status === 'applied').length, stand.length]).toEqual([1, 1])
    const record = await counted()
    expect(record?.administrators).toEqual(stand)
    if (stand[0] === next) [left, leftDevice] = [next, nextDevice]
  }
})

test('who is in charge is counted as the directory has it, after whatever was done at once', async () => {
  const [only = ''] = await administrators()
  const first = await joined(district, only)
  const ids = ['x1', 'x2', 'x3', 'x4']
  for (const id of ids) await administrator(id, first, ruth)
  const devices = [first, ...(await Promise.all(ids.map(id => joined(district, id))))]
  const names = [only, ...ids]
  // Everybody against everybody else.
  await Promise.all(
    devices.map((device, at) =>
      device.push(names.filter((_name, other) => other !== at).map(id => demoting(id))),
    ),
  )
  const stand = await administrators()
  expect(stand.length).toBeGreaterThan(0)
  expect((await counted())?.administrators.toSorted()).toEqual(stand.toSorted())
})

test('a role is asked for by one and given by another, who sees it; whoever entered an invented officer is alone with it', async () => {
  const [only = ''] = await administrators()
  const asks = await joined(district, only)
  const person = { name: 'Nobody Real', place: '', roles: ['educator', 'officer'] }
  const added = await asks.act('person.add', { id: 'invented', person })
  const request = added.id('role-request')
  const rolesOf = async () =>
    (await everybody()).find(({ id }) => id === 'invented')?.body.roles ?? []
  expect(await rolesOf()).toEqual(['educator'])
  const invented = await joined(district, 'invented')
  for (const device of [asks, invented]) {
    const [result] = await device.push([{ name: 'role.agree', input: { request } }])
    expect(result?.status).toBe('refused')
  }
  await ruth.until(() => ruth.records.get(`role-request/${request}`))
  await ruth.act('role.agree', { request })
  expect(await rolesOf()).toEqual(['educator', 'officer'])
  const asked = await district.program().house.store.seen().get(RoleRequestRecord, request)
  expect(asked?.rec.body).toMatchObject({ state: 'given', askedBy: only, decidedBy: 'ruth' })
})

test('who says yes to an officer does not make an administrator of them, whatever was asked for meanwhile', async () => {
  const [only = ''] = await administrators()
  const asks = await joined(district, only)
  const asking = async (role: 'officer' | 'administrator') => {
    const person = { name: 'Switched', place: '', roles: ['educator', role] }
    return (await asks.act('person.add', { id: 'switched', person })).id('role-request')
  }
  const shown = await asking('officer')
  await asking('administrator')
  await expect(ruth.act('role.agree', { request: shown })).rejects.toThrow('role_request_state')
  const { roles } = (await everybody()).find(({ id }) => id === 'switched')?.body ?? {}
  expect(roles).toEqual(['educator'])
})

test('two who agree and take back at the same moment come to one end', async () => {
  const [only = ''] = await administrators()
  const asks = await joined(district, only)
  for (let round = 0; round < rounds; round += 1) {
    const id = `both-${round}`
    const person = { name: 'Both', place: '', roles: ['educator', 'officer'] }
    const request = (await asks.act('person.add', { id, person })).id('role-request')
    const input = { request }
    await Promise.all([
      ruth.push([{ name: 'role.agree', input }]),
      asks.push([{ name: 'role.decline', input }]),
    ])
    const { state } = (await district.program().house.store.seen().get(RoleRequestRecord, request))
      ?.rec.body ?? { state: 'asked' }
    const roles = (await everybody()).find(one => one.id === id)?.body.roles ?? []
    expect([state, roles.includes('officer')]).toEqual(
      state === 'given' ? ['given', true] : ['withdrawn', false],
    )
  }
})

test('a request to which nobody says yes runs out after thirty days; then it is asked for again', async () => {
  const [only = ''] = await administrators()
  const asks = await joined(district, only)
  const person = { name: 'Late', place: '', roles: ['educator', 'officer'] }
  const asking = async () =>
    (await asks.act('person.add', { id: 'late', person })).id('role-request')
  const request = await asking()
  district.move(roleRequestMs)
  const [late] = await ruth.push([{ name: 'role.agree', input: { request } }])
  expect(late).toMatchObject({ status: 'refused', refusal: { code: 'act_ended' } })
  await ruth.act('role.agree', { request: await asking() })
  expect((await everybody()).find(({ id }) => id === 'late')?.body.roles).toContain('officer')
})

test('an account that was taken over takes everybody’s role away at once, and names nobody for seven days', async () => {
  const [only = ''] = await administrators()
  const thief = await joined(district, only)
  const without = (id: string, name: string) => ({
    name: 'person.add' as const,
    input: { id, person: { name, place: '', roles: ['educator'] } },
  })
  const inCharge = (await everybody()).filter(({ id, body }) =>
    id === only ? false : body.roles.some(role => role === 'officer' || role === 'administrator'),
  )
  const taken = await thief.push(inCharge.map(({ id, body }) => without(id, body.name)))
  expect(taken.map(({ status }) => status)).toEqual(taken.map(() => 'applied'))
  expect(await counted()).toMatchObject({ administrators: [only], officers: [] })
  const accomplice = (role: string) => ({
    name: 'person.add' as const,
    input: { id: 'accomplice', person: { name: 'Nobody', place: '', roles: ['educator', role] } },
  })
  const naming = async () => thief.push(['officer', 'administrator'].map(accomplice))
  const refused = { status: 'refused', refusal: { code: 'role_after_taking' } }
  expect(await naming()).toMatchObject([refused, refused])
  // Nor from another computer, nor after a while that is not long enough.
  const elsewhere = await joined(district, only)
  expect(await elsewhere.push([accomplice('officer')])).toMatchObject([refused])
  district.move(aloneAfterTakingMs - 60_000)
  expect(await naming()).toMatchObject([refused, refused])
  // Nothing of it was entered: seven days in which the others can find out.
  expect((await everybody()).find(({ id }) => id === 'accomplice')).toBeUndefined()
  district.move(60_000)
  expect(await elsewhere.push([accomplice('officer')])).toMatchObject([{ status: 'applied' }])
})
