import { afterAll, beforeAll, expect, test } from 'vitest'
import { ClaimRecord } from '../../core/claim/record.ts'
import type { CommandName } from '../../core/commands.ts'
import { readAndFinish, readyClaim, submission } from '../trial/claim.ts'
import { joined } from '../trial/device.ts'
import type { TrialDistrict } from '../trial/district.ts'
import { trialDistrict } from '../trial/district.ts'

let district: TrialDistrict
beforeAll(async () => {
  district = await trialDistrict()
})
afterAll(() => district.close())

test('what was handed over stays byte for byte, whatever its person and its reader do afterwards', async () => {
  const maya = await joined(district, 'maya')
  const jonah = await joined(district, 'jonah')
  const { claim, evidence } = await readyClaim(maya)
  await maya.act('claim.submit', submission(maya, claim))
  const handedOver = async () => {
    const found = await district.program().house.store.seen().get(ClaimRecord, claim)
    const [attempt] = found?.rec.body.attempts ?? []
    if (attempt === undefined) throw new Error('no attempt')
    const { manifest, manifestSha256, signed, items, answers, submittedAt } = attempt
    return JSON.stringify({ manifest, manifestSha256, signed, items, answers, submittedAt })
  }
  const before = await handedOver()
  const set = { ready: false, release: false, ownWork: false, aiUse: 'All of it.' }
  // Some are refused, some change the draft or the library: none what was sent.
  const tries: readonly (readonly [CommandName, object])[] = [
    ['claim.write', { claim, prompt: 'context', on: '2026-11-24', base: '', text: 'Other words' }],
    ['claim.attest', { claim, set }],
    ['claim.submit', submission(maya, claim)],
    ['evidence.describe', { evidence, set: { title: 'Another title', released: false } }],
    ['evidence.trash', { evidence, on: true }],
  ]
  for (const [name, input] of tries) await maya.push([{ name, input }])
  expect(await handedOver()).toBe(before)
  await jonah.until(
    () => jonah.records.get(`claim/${claim}`)?.['state'] === 'in_review' || undefined,
  )
  await readAndFinish(jonah, claim)
  for (const [name, input] of tries) await maya.push([{ name, input }])
  await maya.push([{ name: 'claim.withdraw', input: { claim } }])
  expect(await handedOver()).toBe(before)
})
