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

/** What a district's refusal of a whole request means for going on. */
export function reasonOf(said: DistrictError): AwayReason {
  switch (said.code) {
    case 'device_revoked':
    case 'device_unknown':
      return 'revoked'
    case 'clock':
      return 'clock'
    case 'upgrade':
      return 'upgrade'
    case 'busy':
    case 'too_many_tries':
      return 'network'
    default:
      return 'nonsense'
  }
}
