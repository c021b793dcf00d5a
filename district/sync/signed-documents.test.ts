import { afterAll, beforeAll, expect, test } from 'vitest'
import { districtPaths } from '../../contract/sync/version.ts'
import { signedAtGraceMs } from '../../core/person/signer.ts'
import { readyClaim, submission } from '../trial/claim.ts'
import type { TrialDevice } from '../trial/device.ts'
import { joined } from '../trial/device.ts'
import type { TrialDistrict } from '../trial/district.ts'
import { trialDistrict } from '../trial/district.ts'

let district: TrialDistrict
let maya: TrialDevice
let joinedAt: number
let claim: string
beforeAll(async () => {
  district = await trialDistrict()
  joinedAt = district.now()
  maya = await joined(district, 'maya')
  district.move(3_600_000)
  ;({ claim } = await readyClaim(maya))
})
afterAll(() => district.close())

/** The claim as it is sent by a computer whose clock says so. */
const sentAt = async (submittedAt: number) => {
  const input = submission(maya, claim, maya, submittedAt)
  const [result] = await maya.push([{ name: 'claim.submit', input }])
  return result
}

test.each<[string, () => number]>([
  ['before that computer had joined', () => joinedAt - signedAtGraceMs - 1],
  ['in the district’s future', () => district.now() + signedAtGraceMs + 1],
  ['in another year', () => 0],
])(
  'what was signed %s is refused at once, so that it is never in doubt later',
  async (_when, at) => {
    expect(await sentAt(at())).toMatchObject({
      status: 'refused',
      refusal: { code: 'signed_out_of_time', facts: { at: at() } },
    })
  },
)

test('a clock that is a little off is no reason to refuse', async () => {
  expect(await sentAt(district.now() + signedAtGraceMs)).toMatchObject({ status: 'applied' })
})

test('what a computer signed while it was in counts also when another brings it later; what it signed after its end does not', async () => {
  const laptop = await joined(district, 'lucia')
  const tablet = await joined(district, 'lucia')
  const { claim: hers } = await readyClaim(laptop)
  const signedAt = district.now()
  const before = submission(laptop, hers, laptop, signedAt)
  await laptop.askJson('POST', districtPaths.revocations, { device: laptop.name })
  district.move(3_600_000)
  const after = submission(laptop, hers, laptop, district.now())
  const [refused, taken] = await tablet.push([
    { name: 'claim.submit', input: after },
    { name: 'claim.submit', input: before },
  ])
  expect(refused).toMatchObject({ status: 'refused', refusal: { code: 'manifest_signature' } })
  expect(taken).toMatchObject({ status: 'applied' })
})
