import { afterAll, beforeAll, expect, test } from 'vitest'
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
