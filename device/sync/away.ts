import type { SyncState } from '../../contract/device/session.ts'
import type { DistrictError } from '../../contract/sync/join.ts'

export type AwayReason = Exclude<SyncState['away'], undefined>

/** A request that did not get a district's answer. What the person did stays here and is tried again. */
export class Away extends Error {
  readonly reason: AwayReason
  /** What the district itself said, where it was the district. */
  readonly said: DistrictError | undefined
  constructor(reason: AwayReason, said?: DistrictError) {
    super(reason)
    this.reason = reason
    this.said = said
  }
}

const reasons: Readonly<Partial<Record<DistrictError['code'], AwayReason>>> = {
  device_revoked: 'revoked',
  device_unknown: 'revoked',
  clock: 'clock',
  upgrade: 'upgrade',
  busy: 'network',
  too_many_tries: 'network',
  // Two requests of which one came late: the next one has a nonce of its own.
  replayed: 'network',
}

/** What a district's refusal of a whole request means for going on; a refusal of ours that can't be is nonsense. */
export const reasonOf = (said: DistrictError): AwayReason => reasons[said.code] ?? 'nonsense'
