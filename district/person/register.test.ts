import { afterAll, beforeAll, expect, test } from 'vitest'
import { districtPaths } from '../../contract/sync/version.ts'
import { DeviceKeyRecord } from '../../core/person/device-key.ts'
import { query } from '../../db/sql/steps.ts'
import { bodyOn } from '../trial/claim.ts'
import type { TrialDevice } from '../trial/device.ts'
import { joined } from '../trial/device.ts'
import type { TrialDistrict } from '../trial/district.ts'
import { trialDistrict } from '../trial/district.ts'
import { noteEvent } from './event.ts'

let district: TrialDistrict
beforeAll(async () => {
  district = await trialDistrict()
})
afterAll(() => district.close())

const keyHex = (device: TrialDevice) => Buffer.from(device.publicKey, 'base64url').toString('hex')
/** What somebody's computer is told of another's. */
const seenOn = async (who: TrialDevice, of: TrialDevice) => {
  await who.pull()
  return bodyOn(who, DeviceKeyRecord, of.name)
}

test('a computer that joins is told to its person, the coaches and the office, and to nobody else', async () => {
  const jonah = await joined(district, 'jonah')
  const ruth = await joined(district, 'ruth')
  const joinedAt = district.now()
  const maya = await joined(district, 'maya')
  const entry = { person: 'maya', publicKey: keyHex(maya), joinedAt }
  for (const who of [maya, jonah, ruth]) expect(await seenOn(who, maya)).toEqual(entry)
  const desmond = await joined(district, 'desmond')
  expect(await seenOn(desmond, maya)).toBeUndefined()
})

test('the end of a computer’s access is told too', async () => {
  const jonah = await joined(district, 'jonah')
  const maya = await joined(district, 'maya')
  district.move(60_000)
  await maya.askJson('POST', districtPaths.revocations, { device: maya.name })
  expect(await seenOn(jonah, maya)).toMatchObject({ revokedAt: district.now() })
})

test('a district that a newer program starts enters the computers that an older one let in', async () => {
  const jonah = await joined(district, 'jonah')
  const { accounts } = district.program().house
  const name = 'dev_of_before'
  await accounts.write(
    function* () {
      yield* query(
        `insert into device (device, person, name, public_key, invitation, joined_at)
         values (?, 'maya', 'Old laptop', ?, 'i', 5)`,
        name,
        jonah.publicKey,
      )
      yield* noteEvent({ at: 5, what: 'joined', person: 'maya', device: undefined, about: name })
    },
    () => true,
  )
  await district.restart()
  await jonah.pull()
  expect(bodyOn(jonah, DeviceKeyRecord, name)).toMatchObject({ person: 'maya', joinedAt: 5 })
})
