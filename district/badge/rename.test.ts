import { afterAll, beforeAll, expect, test } from 'vitest'
import { IssuerRecord } from '../../core/badge/trust.ts'
import { DistrictRecord, districtId } from '../../core/person/district.ts'
import { bodyOn } from '../trial/claim.ts'
import { joined } from '../trial/device.ts'
import type { TrialDistrict } from '../trial/district.ts'
import { trialDistrict } from '../trial/district.ts'
import { patienceMs } from '../../test/builders/patience.ts'

let district: TrialDistrict
beforeAll(async () => {
  district = await trialDistrict()
})
afterAll(() => district.close())

test('a district that gets another name is known by it on every computer and as who signs, and its days stay', async () => {
  const desmond = await joined(district, 'desmond')
  const maya = await joined(district, 'maya')
  await maya.pull()
  const days = bodyOn(maya, DistrictRecord, districtId)?.holidays
  expect(days?.length).toBeGreaterThan(0)
  await desmond.act('district.describe', { name: 'Elm Hollow', timeZone: 'America/Denver' })
  await maya.until(() =>
    bodyOn(maya, DistrictRecord, districtId)?.name === 'Elm Hollow' ? true : undefined,
  )
  const signer = async () => {
    const [issuer] = await district.program().house.store.seen().list(IssuerRecord, {})
    return issuer?.rec.body.name
  }
  await expect.poll(signer, { timeout: patienceMs }).toBe('Elm Hollow')
  expect(bodyOn(maya, DistrictRecord, districtId)).toMatchObject({
    name: 'Elm Hollow',
    timeZone: 'America/Denver',
    holidays: days,
  })
})

test('two administrators who change the days at the same time take nothing from each other', async () => {
  const desmond = await joined(district, 'desmond')
  const other = await joined(district, 'desmond')
  await desmond.act('district.change-holidays', {
    add: [{ day: '2027-03-15', name: 'Spring break' }],
    remove: [],
  })
  await other.act('district.change-holidays', {
    add: [{ day: '2027-03-16', name: '' }],
    remove: [],
  })
  const named = () =>
    bodyOn(desmond, DistrictRecord, districtId)?.holidays.filter(({ day }) =>
      ['2027-03-15', '2027-03-16'].includes(day),
    )
  await desmond.until(() => (named()?.length === 2 ? true : undefined))
  expect(named()).toEqual([
    { day: '2027-03-15', name: 'Spring break' },
    { day: '2027-03-16', name: '' },
  ])
})
