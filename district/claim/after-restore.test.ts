import { afterAll, beforeEach, expect, test } from 'vitest'
import { BadgeRecord } from '../../core/badge/record.ts'
import { ClaimRecord } from '../../core/claim/record.ts'
import { bodyOn, earnedBadge, readyClaim, submission } from '../trial/claim.ts'
import type { TrialDevice } from '../trial/device.ts'
import { joined } from '../trial/device.ts'
import type { TrialDistrict } from '../trial/district.ts'
import { trialDistrict } from '../trial/district.ts'

const hourMs = 3_600_000

let district: TrialDistrict
const opened: TrialDistrict[] = []
beforeEach(async () => {
  district = await trialDistrict()
  opened.push(district)
})
afterAll(async () => {
  for (const one of opened) await one.close()
})

type Sent = Parameters<TrialDevice['push']>[0][number]

/** Keeps all that a computer sends from now on; what is returned sends it again, as it was, and says what came of it. */
function kept(device: TrialDevice): () => Promise<readonly string[]> {
  const all: Sent[] = []
  const push = device.push.bind(device)
  device.push = async (commands, signing) => {
    const doneAt = district.now()
    const results = await push(commands, signing)
    for (const [at, { key }] of results.entries()) {
      const command = commands[at]
      if (command !== undefined) all.push({ ...command, doneAt, n: Number(key.split(':')[1]) })
    }
    return results
  }
  return async () => (await push(all)).map(({ status }) => status)
}

test('a claim that was sent, read and approved hours before the restore, and after the copy, comes again to its badge', async () => {
  const maya = await joined(district, 'maya')
  const jonah = await joined(district, 'jonah')
  const ruth = await joined(district, 'ruth')
  await district.keepCopy()
  const again = [maya, jonah, ruth].map(kept)
  const badge = await earnedBadge({ maya, jonah, ruth }, 'read after the copy')
  district.move(3 * hourMs)
  await district.bringBack()
  await maya.upload(Buffer.from('read after the copy'))
  // Who comes first waits for the others, and asks again.
  const [, second, third] = again
  expect([await third?.(), await second?.()]).toEqual([['wait'], expect.arrayContaining(['wait'])])
  const came = async () => {
    const all: string[] = []
    for (const send of again) {
      all.push(...(await send()))
      for (const device of [maya, jonah, ruth]) await device.pull(100)
    }
    return new Set(all)
  }
  await expect.poll(came, { timeout: 15_000 }).toEqual(new Set(['applied']))
  await maya.until(() => (bodyOn(maya, BadgeRecord, badge)?.state === 'signed' ? true : undefined))
})

test('what comes after a restore was let go to its readers no earlier than the copy is of, whatever was signed', async () => {
  const maya = await joined(district, 'maya')
  const submittedAt = district.now()
  district.move(hourMs)
  const copyAt = district.now()
  const { claim } = await readyClaim(maya, { bytes: Buffer.from('sent after the restore') })
  await district.keepCopy()
  district.move(hourMs)
  await district.bringBack()
  await maya.pull()
  await maya.act('claim.submit', submission(maya, claim, maya, submittedAt))
  const sent = await maya.until(() => {
    const body = bodyOn(maya, ClaimRecord, claim)
    return body?.state === 'in_review' ? body : undefined
  })
  expect([sent.attempts[0]?.submittedAt, sent.changedAt]).toEqual([submittedAt, copyAt])
})
