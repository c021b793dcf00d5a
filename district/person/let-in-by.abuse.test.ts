import { afterAll, beforeAll, expect, test } from 'vitest'
import { noYesFirstMs, noYesUnknownMs, waitMs } from '../../core/person/wait-for-yes.ts'
import { ErasureRecord } from '../../core/erasure/record.ts'
import { bodyOn } from '../trial/claim.ts'
import { joined, TrialDevice } from '../trial/device.ts'
import type { TrialDistrict } from '../trial/district.ts'
import { trialDistrict } from '../trial/district.ts'
import { entered } from '../trial/entered.ts'
import { invitationFor } from './routes.ts'

// One administrator who uses the codes that they make for others is one person, however many computers that gives them.

let district: TrialDistrict
let desmond: TrialDevice
let ruth: TrialDevice
beforeAll(async () => {
  district = await trialDistrict()
  desmond = await joined(district, 'desmond')
  ruth = await joined(district, 'ruth')
})
afterAll(() => district.close())

/** A computer of somebody that came in by a code of desmond's. */
async function letIn(person: string): Promise<TrialDevice> {
  const { code } = await invitationFor(district.program().house, person, 'desmond', false)
  const device = new TrialDevice(district)
  expect((await device.join(code)).status).toBe(200)
  return device
}

let n = 0
/** A request of desmond's for another officer. */
async function asked(): Promise<string> {
  const id = `invented-${++n}`
  const person = { name: 'Nobody Real', place: '', roles: ['educator', 'officer'] }
  return (await desmond.act('person.add', { id, person })).id('role-request')
}

test('the first computer of a new officer does not agree with whoever made its code, for seven days; with others it does', async () => {
  await entered(district, 'noor', { roles: ['officer'] })
  const noor = await letIn('noor')
  const request = await asked()
  await expect(noor.act('role.agree', { request })).rejects.toThrow('yes_too_young')
  const ofRuth = await ruth.act('key-change.ask', { what: 'rotate', reason: 'Each year' })
  await noor.act('key-change.agree', { change: ofRuth.id('key-change') })
  district.move(noYesFirstMs)
  await noor.act('role.agree', { request: await asked() })
})

test('a computer that was let in as a coach, and that the coach never knew, agrees with who let it in for no officer later', async () => {
  await entered(district, 'jonah-2', { roles: ['coach'] })
  await joined(district, 'jonah-2')
  const hidden = await letIn('jonah-2')
  district.move(waitMs + 1)
  await entered(district, 'jonah-2', { roles: ['coach', 'officer'] })
  await expect(hidden.act('role.agree', { request: await asked() })).rejects.toThrow(
    'yes_too_young',
  )
  district.move(noYesUnknownMs)
  await hidden.act('role.agree', { request: await asked() })
})

test('nor does it agree to an erasing', async () => {
  await entered(district, 'pia', { roles: ['officer'] })
  const pia = await letIn('pia')
  await entered(district, 'lea', { roles: ['educator'] })
  await desmond.act('erasure.begin', { person: 'lea', ground: 'left' })
  await desmond.until(() => bodyOn(desmond, ErasureRecord, 'lea')?.plan)
  await desmond.act('erasure.ask', { person: 'lea' })
  await expect(pia.act('erasure.agree', { person: 'lea' })).rejects.toThrow('yes_too_young')
  await ruth.act('erasure.agree', { person: 'lea' })
})
