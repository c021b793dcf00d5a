import { afterAll, beforeAll, expect, test } from 'vitest'
import { ErasureRecord, erasureWaitMs } from '../../core/erasure/record.ts'
import { bodyOn } from '../trial/claim.ts'
import { joined } from '../trial/device.ts'
import type { TrialDistrict } from '../trial/district.ts'
import { trialDistrict } from '../trial/district.ts'
import { administratorsOf, firstAdministrator } from './district.ts'
import { firstInvitation } from './first-invitation.ts'

let district: TrialDistrict
beforeAll(async () => {
  district = await trialDistrict({ isDemo: false })
})
afterAll(() => district.close())

const administrators = async () =>
  (await administratorsOf(district.program().house)).map(({ id }) => id)

test('a district whose only administrator of then was erased since an older copy is not left without one', async () => {
  const first = await joined(district, firstAdministrator)
  await district.keepCopy()
  const added = (roles: readonly string[], id: string, by = first) =>
    by.act('person.add', { id, person: { name: id, place: '', roles } })
  await added(['educator', 'administrator'], 'ada')
  const ada = await joined(district, 'ada')
  // Each with the yes of the other: who took it from them would name nobody alone for a week.
  const officer = await added(['educator', 'officer'], 'noor', ada)
  await first.act('role.agree', { request: officer.id('role-request') })
  await added(['educator'], firstAdministrator, ada)
  const noor = await joined(district, 'noor')
  const person = firstAdministrator
  await ada.act('erasure.begin', { person, ground: 'left' })
  await ada.until(() => bodyOn(ada, ErasureRecord, person)?.plan)
  await ada.act('erasure.ask', { person })
  await noor.act('erasure.agree', { person })
  district.move(erasureWaitMs)
  await district.restart()
  await ada.until(() => bodyOn(ada, ErasureRecord, person)?.erasedAt)
  expect(await administrators()).toEqual(['ada'])

  await district.bringBack()
  const [anew, ...others] = await administrators()
  expect([anew === firstAdministrator, others]).toEqual([false, []])
  expect(await firstInvitation(district.program().house)).toBeDefined()
  await joined(district, anew ?? '')
  await district.restart()
  expect(await administrators()).toEqual([anew])
})
