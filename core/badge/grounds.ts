import type { Claim } from '../claim/record.ts'
import { each, must } from '../kit/loads.ts'
import type { Rec } from '../kit/record-type.ts'
import { MicroCredentialRecord } from '../micro-credential/record.ts'
import { DeviceKeyRecord } from '../person/device-key.ts'
import type { Review } from '../review/record.ts'
import { ReviewRecord } from '../review/record.ts'

/** Loads the readings that decided a claim, and the micro-credential that it is judged by. */
export const readingsOf = (claim: Rec<Claim>) => ({
  reviews: each(
    ReviewRecord,
    claim.body.attempts.flatMap(attempt => attempt.outcome?.review ?? []),
  ),
  micro: must(MicroCredentialRecord, claim.body.microCredential),
})

/** Loads the keys by which what was handed over and what was decided are signed. */
export const keysBehind = (claim: Rec<Claim>, reviews: readonly Rec<Review>[]) => ({
  keys: each(DeviceKeyRecord, [
    ...claim.body.attempts.map(attempt => attempt.signed.device),
    ...reviews.flatMap(review => review.body.signed?.device ?? []),
  ]),
})
