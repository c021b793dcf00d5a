import type { DoorError, DoorErrorCode } from '../../contract/device/door.ts'

const statuses: Readonly<Record<DoorErrorCode, number>> = {
  no_secret: 401,
  link_used: 401,
  malformed: 400,
  too_large: 413,
  not_found: 404,
  read_only: 409,
  disk_full: 507,
  folder_read_only: 507,
  newer: 409,
  file_vanished: 400,
  file_changed: 409,
  file_empty: 422,
  file_too_large: 413,
  unreachable: 502,
  nonsense: 502,
  invitation_unknown: 403,
  invitation_used: 403,
  invitation_expired: 403,
  sign_in_wrong: 403,
  one_time_code_needed: 403,
  one_time_code_wrong: 403,
  second_step_needed: 403,
  name_taken: 409,
  password_short: 422,
  password_common: 422,
  too_many_tries: 429,
  waits: 403,
  other_person: 409,
  other_district: 409,
  not_shown: 409,
  waiting_not_one: 422,
  waiting_unsigned: 422,
  waiting_newer: 409,
  waiting_of_another: 422,
  waiting_elsewhere: 422,
  not_allowed: 403,
  device_revoked: 403,
  clock: 409,
  upgrade: 426,
  demo_failed: 500,
  locked: 423,
  someone_else: 409,
  wrong_word: 403,
  wrong_group: 422,
  passphrase_short: 422,
  passphrase_common: 422,
  keychain_refused: 409,
  key_lost: 409,
  not_moved: 409,
  gone_already: 409,
  needed_since: 409,
  lists_full: 409,
  program_gone: 503,
  internal: 500,
}

/** What the door does not do, and why; thrown to the door, which answers with it. */
export class DoorRefusal extends Error {
  readonly error: DoorError
  constructor(code: DoorErrorCode, facts?: Readonly<Record<string, string | number>>) {
    super(code)
    this.error = facts === undefined ? { code } : { code, facts }
  }
}

/** The HTTP status that goes with a code. */
export const statusOf = (code: DoorErrorCode): number => statuses[code]
