import { refuse } from '../kit/command.ts'
import type { Rec } from '../kit/record-type.ts'
import type { Refusal } from '../kit/refusal.ts'
import type { Signed } from '../kit/signed.ts'
import type { DeviceKey } from './device-key.ts'
import type { SignedWhat } from './refusals.ts'

/** How far the time in a signed document may be off the district's (ms): computers learn its time only now and then. */
export const signedAtGraceMs = 600_000

/** What was signed, by whom it has to be, and the time in it (epoch ms). */
export interface Signing {
  readonly what: SignedWhat
  readonly by: Signed
  readonly person: string
  readonly signedAt: number
}

/**
 * Why a signature, good in itself, is not the person's; `undefined` where it is: by a computer that is theirs in the
 * register, with the key that stands there, at a time when it was in. Of a computer that nobody listed it says `unknown`.
 */
export function signerFault(
  { what, by, person, signedAt }: Signing,
  keys: readonly Rec<DeviceKey>[],
): Refusal | undefined {
  const key = keys.find(one => one.id === by.device)?.body
  if (key === undefined) return refuse('signer_unknown', { what }).refusal
  const wrong = (why: 'person' | 'early' | 'revoked') =>
    refuse('signer_wrong', { what, why }).refusal
  if (key.isContradicted === true || key.publicKey !== by.publicKey)
    return refuse('signer_changed', { what }).refusal
  if (key.person !== person) return wrong('person')
  if (signedAt < key.joinedAt - signedAtGraceMs) return wrong('early')
  if (key.revokedAt !== undefined && signedAt > key.revokedAt + signedAtGraceMs)
    return wrong('revoked')
  return undefined
}
