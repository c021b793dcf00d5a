import { readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ClaimRecord } from '../../core/claim/record.ts'
import { bodyOn, givenWord, readyClaim, submission } from '../trial/claim.ts'
import { hashOf, joined } from '../trial/device.ts'
import type { TrialDistrict } from '../trial/district.ts'
import { trialDistrict } from '../trial/district.ts'

// Security row 60: who has the district's disk changes evidence.

let district: TrialDistrict
beforeAll(async () => {
  district = await trialDistrict()
})
afterAll(() => district.close())

/** Changes one bit of a stored file; as somebody would who sets its time back. */
function flip(sha256: string): void {
  const path = district.program().house.blobs.pathOf(sha256)
  const { atime, mtime } = statSync(path)
  const bytes = readFileSync(path)
  bytes[3] = (bytes[3] ?? 0) ^ 1
  writeFileSync(path, bytes)
  utimesSync(path, atime, mtime)
}

test('one changed byte before the check: the claim comes back, naming the file', async () => {
  const maya = await joined(district, 'maya')
  const { claim, sha256 } = await readyClaim(maya, { bytes: Buffer.from('three piles of tickets') })
  // Read once, so that the district believes it knows the file.
  expect((await maya.blob(sha256)).status).toBe(200)
  flip(sha256)
  await maya.act('claim.submit', submission(maya, claim))
  const body = await maya.until(() => {
    const seen = bodyOn(maya, ClaimRecord, claim)
    return seen?.state === 'submitted' ? undefined : seen
  })
  expect(body.state).toBe('incomplete')
  expect(body.attempts[0]?.findings).toMatchObject([
    { code: 'file_not_here', facts: { title: 'Exit tickets, sorted' } },
  ])
})

test('one changed byte after the check: the coach’s computer sees that it is not what was signed', async () => {
  const lucia = await joined(district, 'lucia')
  const jonah = await joined(district, 'jonah')
  const { claim, sha256 } = await readyClaim(lucia, { bytes: Buffer.from('four piles of tickets') })
  await lucia.act('claim.submit', submission(lucia, claim))
  await jonah.until(() => bodyOn(jonah, ClaimRecord, claim))
  expect(hashOf((await jonah.blob(sha256)).body)).toBe(sha256)
  flip(sha256)
  const now = await jonah.blob(sha256)
  // The manifest names the hash and the person's own device signed it; the bytes don't have it any more.
  expect(now.status === 404 || hashOf(now.body) !== sha256).toBe(true)
  await district.restart()
  expect((await jonah.blob(sha256)).status).toBe(404)
})

test('a changed manifest is no longer what the device signed', async () => {
  const maya = await joined(district, 'maya')
  const { claim } = await readyClaim(maya, { bytes: Buffer.from('five piles') }).catch(async () => {
    const open = [...maya.records].find(([key]) => key.startsWith('claim/'))?.[0] ?? ''
    return { claim: open.slice('claim/'.length) }
  })
  district.move(1_000)
  await maya.act('claim.attest', { claim, set: givenWord })
  await maya.pull()
  const input = submission(maya, claim)
  const manifest = input.manifest.replace('"v":2', '"v":3')
  const [result] = await maya.push([{ name: 'claim.submit', input: { ...input, manifest } }])
  expect(result).toMatchObject({ status: 'refused', refusal: { code: 'manifest_signature' } })
})
