import type { DoorErrorCode } from '../../contract/device/door.ts'

/** The field of the join form that an answer is about; `undefined`: the whole of it. */
export function fieldOf(code: string): 'address' | 'code' | undefined {
  return fields.get(code)
}

const known: Partial<Record<DoorErrorCode, 'address' | 'code'>> = {
  unreachable: 'address',
  nonsense: 'address',
  invitation_unknown: 'code',
  invitation_used: 'code',
  invitation_expired: 'code',
  too_many_tries: 'code',
}
const fields = new Map(Object.entries(known))
