import type { DoorErrorCode } from '../../contract/device/door.ts'

/** A field of the join form. */
export type JoinField = 'address' | 'code' | 'name' | 'password' | 'oneTimeCode'

/** The field of the join form that an answer is about; `undefined`: the whole of it. */
export function fieldOf(code: string, by: 'code' | 'signIn'): JoinField | undefined {
  if (code === 'too_many_tries') return by === 'code' ? 'code' : 'password'
  return fields.get(code)
}

const known: Partial<Record<DoorErrorCode, JoinField>> = {
  unreachable: 'address',
  nonsense: 'address',
  other_district: 'address',
  invitation_unknown: 'code',
  invitation_used: 'code',
  invitation_expired: 'code',
  sign_in_wrong: 'password',
  one_time_code_needed: 'oneTimeCode',
  one_time_code_wrong: 'oneTimeCode',
}
const fields = new Map<string, JoinField>(Object.entries(known))
