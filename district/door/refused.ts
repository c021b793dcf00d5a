import type { DistrictError } from '../../contract/sync/join.ts'

type Code = DistrictError['code']
type Facts = NonNullable<DistrictError['facts']>

const statuses = {
  malformed: 400,
  too_large: 413,
  quota: 507,
  signature: 401,
  replayed: 409,
  clock: 401,
  device_unknown: 403,
  device_revoked: 403,
  not_allowed: 403,
  not_found: 404,
  waits: 403,
  other_person: 409,
  invitation_unknown: 403,
  invitation_used: 403,
  invitation_expired: 403,
  sign_in_wrong: 403,
  one_time_code_needed: 403,
  one_time_code_wrong: 403,
  second_step_needed: 403,
  name_taken: 409,
  password_weak: 422,
  too_many_tries: 429,
  upgrade: 426,
  busy: 503,
} as const satisfies Record<Code, number>

export type RefusedStatus = (typeof statuses)[Code]

/** A request that is refused as such: thrown anywhere on its way, answered once, at the door. */
export class RequestRefused extends Error {
  readonly code: Code
  readonly facts: Facts | undefined
  constructor(code: Code, facts?: Facts) {
    super(code)
    this.code = code
    this.facts = facts
  }

  get status(): RefusedStatus {
    return statuses[this.code]
  }

  /** What the answer's body says. */
  said(): DistrictError {
    return this.facts === undefined ? { code: this.code } : { code: this.code, facts: this.facts }
  }
}
