import { afterAll, beforeAll, expect, test } from 'vitest'
import { devicesReply, invitationReply } from '../../contract/sync/join.ts'
import { districtPaths, protocol } from '../../contract/sync/version.ts'
import { PersonRecord } from '../../core/person/record.ts'
import { bodyOn } from '../trial/claim.ts'
import { readStanding } from '../reaction/standing.ts'
import { codeIn, joined, jsonIn, send, TrialDevice } from '../trial/device.ts'
import type { TrialDistrict } from '../trial/district.ts'
import { trialDistrict } from '../trial/district.ts'
import { entered } from '../trial/entered.ts'
import { patienceMs, until } from '../../test/builders/patience.ts'

let district: TrialDistrict
let desmond: TrialDevice
beforeAll(async () => {
  district = await trialDistrict()
  desmond = await joined(district, 'desmond')
})
afterAll(() => district.close())

const hourMs = 3_600_000
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
/** Whether what ends by somebody's leaving has been seen to. */
async function letGoIsDone(): Promise<boolean> {
  const { store } = district.program().house
  const standing = readStanding(await store.meta('reaction:let-go'))
  const rest = await store.follow('district', standing.after, 1)
  return rest.length === 0 && standing.waiting.length === 0
}
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

test('who was back and joined again stays in after a restore, also while only the leaving has come again', async () => {
  await entered(district, 'nora', { name: 'Nora' })
  await entered(district, 'bo', { name: 'Bo', roles: ['educator', 'administrator'] })
  const bo = await joined(district, 'bo')
  const before = await joined(district, 'nora')
  await district.keepCopy()
  district.move(hourMs)
  await leave('nora', true)
  await desmond.until(() => bodyOn(desmond, PersonRecord, 'nora')?.leftAt)
  district.move(hourMs)
  await bo.act('person.leave', { person: 'nora', hasLeft: false })
  district.move(hourMs)
  const after = await joined(district, 'nora')
  const set = { do: 'set', name: 'nora@alder.example', password }
  expect((await after.askJson('POST', districtPaths.account, set)).status).toBe(200)
  district.move(hourMs)
  await district.bringBack()

  const asks = async (device: TrialDevice) => {
    const answer = await device.ask({ method: 'GET', target: districtPaths.room })
    return answer.status === 200 ? 200 : codeIn(answer)
  }
  await desmond.sendAgain()
  await until(letGoIsDone)
  expect([await asks(before), await asks(after)]).toEqual(['device_revoked', 'device_revoked'])
  await bo.sendAgain()
  await until(letGoIsDone)
  expect([await asks(before), await asks(after)]).toEqual(['device_revoked', 200])
  const elsewhere = await signIn(new TrialDevice(district), 'nora@alder.example')
  expect(elsewhere.status).toBe(200)
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
