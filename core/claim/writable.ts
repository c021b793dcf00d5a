import type { Rec } from '../kit/record-type.ts'
import type { Refusal } from '../kit/refusal.ts'
import type { Claim, ClaimState } from './record.ts'

const writable: readonly ClaimState[] = ['draft', 'incomplete', 'not_yet']

/** Whether the draft may be written: while it is away to be read, it isn't asked for. */
export const isWritable = (state: ClaimState) => writable.includes(state)

/** The refusal of an edit to a claim that is away or over; `undefined` where writing is fine. */
export function notWritable(claim: Rec<Claim>): { refusal: Refusal } | undefined {
  if (isWritable(claim.body.state)) return undefined
  return { refusal: { code: 'claim_state', facts: { state: claim.body.state } } }
}
