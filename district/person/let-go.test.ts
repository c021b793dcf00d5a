import { afterAll, beforeAll, expect, test } from 'vitest'
import { devicesReply, invitationReply } from '../../contract/sync/join.ts'
import { districtPaths, protocol } from '../../contract/sync/version.ts'
import { PersonRecord } from '../../core/person/record.ts'
import { bodyOn } from '../trial/claim.ts'
import { codeIn, joined, jsonIn, send, TrialDevice } from '../trial/device.ts'
import type { TrialDistrict } from '../trial/district.ts'
import { trialDistrict } from '../trial/district.ts'
import { entered } from '../trial/entered.ts'
import { patienceMs } from '../../test/builders/patience.ts'

let district: TrialDistrict
let desmond: TrialDevice
beforeAll(async () => {
  district = await trialDistrict()
  desmond = await joined(district, 'desmond')
})
afterAll(() => district.close())

const password = 'a kettle of warm tea on Tuesday'
const signIn = (device: TrialDevice, name: string) =>
  send(district.address, {
    method: 'POST',
    target: districtPaths.signIn,
    headers: { 'content-type': 'application/json' },
    body: Buffer.from(
      JSON.stringify({
        ...{ protocol, name, password, device: device.name },
        ...{ publicKey: device.publicKey, deviceName: 'Somewhere' },
      }),
    ),
  })
const leave = (person: string, isGone: boolean) =>
  desmond.act('person.leave', { person, hasLeft: isGone })
const invited = async (person: string) => {
  const answer = await desmond.askJson('POST', districtPaths.invitations, { person })
  return answer.status === 200 ? invitationReply.parse(jsonIn(answer)).code : codeIn(answer)
}
const acceptedOf = async (person: string) => {
  const answer = await desmond.ask({ method: 'GET', target: districtPaths.devices })
  const { devices } = devicesReply.parse(jsonIn(answer))
  return devices.filter(one => one.person === person && one.revokedAt === null).length
}

test('who has left is out by one press: computers, password and open invitation, and nobody is let in as them', async () => {
  await entered(district, 'nell', { name: 'Nell' })
  const laptop = await joined(district, 'nell')
  const desk = await joined(district, 'nell')
  const set = { do: 'set', name: 'nell@alder.example', password }
  expect((await laptop.askJson('POST', districtPaths.account, set)).status).toBe(200)
  expect((await signIn(new TrialDevice(district), 'nell@alder.example')).status).toBe(200)
  const open = await invited('nell')
  district.move(1_000)
  await leave('nell', true)
  for (const device of [laptop, desk])
    expect(codeIn(await device.ask({ method: 'GET', target: districtPaths.room }))).toBe(
      'device_revoked',
    )
  await expect.poll(() => acceptedOf('nell'), { timeout: patienceMs }).toBe(0)
  expect(codeIn(await signIn(new TrialDevice(district), 'nell@alder.example'))).toBe(
    'sign_in_wrong',
  )
  expect(codeIn(await new TrialDevice(district).join(open))).toBe('invitation_unknown')
  expect(await invited('nell')).toBe('not_allowed')
  await desmond.until(() => bodyOn(desmond, PersonRecord, 'nell')?.leftAt)
  expect(bodyOn(desmond, PersonRecord, 'nell')).toMatchObject({ name: 'Nell', roles: [] })
})

test('who is back gets in by a new invitation alone', async () => {
  await entered(district, 'omar', { name: 'Omar', roles: ['educator', 'coach'] })
  const before = await joined(district, 'omar')
  const set = { do: 'set', name: 'omar@alder.example', password }
  expect((await before.askJson('POST', districtPaths.account, set)).status).toBe(200)
  const open = await invited('omar')
  district.move(1_000)
  // At once, so that the district may not have come round to ending anything between.
  await leave('omar', true)
  await leave('omar', false)
  expect(codeIn(await before.ask({ method: 'GET', target: districtPaths.room }))).toBe(
    'device_revoked',
  )
  expect(codeIn(await signIn(new TrialDevice(district), 'omar@alder.example'))).toBe(
    'sign_in_wrong',
  )
  expect(codeIn(await new TrialDevice(district).join(open))).toBe('invitation_unknown')
  const after = new TrialDevice(district)
  expect((await after.join(await invited('omar'))).status).toBe(200)
  await expect.poll(() => acceptedOf('omar'), { timeout: patienceMs }).toBe(1)
  await desmond.until(() => bodyOn(desmond, PersonRecord, 'omar')?.backAt)
  expect(bodyOn(desmond, PersonRecord, 'omar')?.roles).toEqual(['educator'])
})

test('what an administrator’s other computer said of somebody before they left, and comes late, gives them no role once they are back', async () => {
  await entered(district, 'otto', { name: 'Otto', roles: ['educator', 'coach'] })
  const doneAt = district.now()
  district.move(1_000)
  await leave('otto', true)
  await leave('otto', false)
  const elsewhere = await joined(district, 'desmond')
  const person = { name: 'Otto Berg', place: 'Grade 5', roles: ['educator', 'coach'] }
  const [late] = await elsewhere.push([
    { name: 'person.add', input: { id: 'otto', person }, doneAt },
  ])
  expect(late?.status).toBe('applied')
  expect(await elsewhere.until(() => bodyOn(elsewhere, PersonRecord, 'otto'))).toMatchObject({
    place: 'Grade 5',
    roles: ['educator'],
  })
  district.move(1_000)
  const anew = { id: 'otto', person: { ...person, roles: ['educator', 'coach'] } }
  await elsewhere.act('person.add', anew)
  await elsewhere.pull()
  expect(bodyOn(elsewhere, PersonRecord, 'otto')?.roles).toEqual(['educator', 'coach'])
})
