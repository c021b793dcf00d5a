import { afterEach, beforeEach, expect, test } from 'vitest'
import { BadgeRecord } from '../../core/badge/record.ts'
import { ClaimRecord } from '../../core/claim/record.ts'
import { bodyOn, readAndFinish, readyClaim, submission } from '../trial/claim.ts'
import type { TrialDevice } from '../trial/device.ts'
import { joined } from '../trial/device.ts'
import type { TrialDistrict } from '../trial/district.ts'
import { trialDistrict } from '../trial/district.ts'

// A claim was sent, read and approved after the copy that the district is brought back from.

const dayMs = 86_400_000

let district: TrialDistrict
let maya: TrialDevice
let jonah: TrialDevice
let ruth: TrialDevice
beforeEach(async () => {
  district = await trialDistrict()
  maya = await joined(district, 'maya')
  jonah = await joined(district, 'jonah')
  ruth = await joined(district, 'ruth')
})
afterEach(() => district.close())

const stateOn = (device: TrialDevice, claim: string) => bodyOn(device, ClaimRecord, claim)?.state

/** What became of all that a computer sent again. */
const sentAgain = async (device: TrialDevice) =>
  new Set((await device.sendAgain()).map(({ status }) => status))

test('what was sent, read and approved on days of its own comes out the same when all of it is sent again', async () => {
  await district.keepCopy()
  const bytes = Buffer.from('read before the restore')
  const { claim } = await readyClaim(maya, { bytes })
  await maya.act('claim.submit', submission(maya, claim))
  await jonah.until(() => bodyOn(jonah, ClaimRecord, claim))
  district.move(dayMs)
  await readAndFinish(jonah, claim)
  const finishedAt = district.now()
  const badge = (await ruth.act('badge.approve', { claim })).id('badge')
  district.move(2 * dayMs)
  await district.bringBack()
  // Who comes before what theirs rests on is told to wait for it.
  expect(await sentAgain(jonah)).toContain('wait')
  await maya.upload(bytes)
  expect(await sentAgain(maya)).toEqual(new Set(['applied']))
  await maya.until(() => (stateOn(maya, claim) === 'in_review' ? true : undefined))
  expect(await sentAgain(jonah)).toEqual(new Set(['applied']))
  expect(await sentAgain(ruth)).toEqual(new Set(['applied']))
  await maya.until(() => bodyOn(maya, BadgeRecord, badge)?.credential)
  expect(bodyOn(maya, ClaimRecord, claim)).toMatchObject({
    state: 'earned',
    attempts: [{ outcome: { decidedAt: finishedAt } }],
  })
})

test('what comes after a restore was let go to its readers no earlier than the copy is of, whatever was signed', async () => {
  const submittedAt = district.now()
  district.move(dayMs)
  const copyAt = district.now()
  const { claim } = await readyClaim(maya, { bytes: Buffer.from('sent after the restore') })
  await district.keepCopy()
  district.move(dayMs)
  await district.bringBack()
  await maya.pull()
  await maya.act('claim.submit', submission(maya, claim, maya, submittedAt))
  const sent = await maya.until(() => {
    const body = bodyOn(maya, ClaimRecord, claim)
    return body?.state === 'in_review' ? body : undefined
  })
  expect([sent.attempts[0]?.submittedAt, sent.changedAt]).toEqual([submittedAt, copyAt])
})
