import { step } from '../../core/kit/machine.ts'
import type { IssuerKeyEntry, KeyRegister } from './register.ts'
import { cursorKeysMax, keyMachine, numberOf } from './register.ts'

/** A new issuer key: its public half (Multikey), and when it was made. */
export interface NewKey {
  readonly publicKey: string
  readonly madeAt: number
}

/** The id that the next issuer key gets: one more than there ever was. */
export const nextKeyId = ({ issuer }: Pick<KeyRegister, 'issuer'>): string =>
  `key-${Math.max(...issuer.map(key => numberOf(key.id))) + 1}`

/** The register with a new key that signs; the one before is retired. */
export function rotated(register: KeyRegister, made: NewKey): KeyRegister {
  const before = register.issuer.map(key => {
    const state = key.state === 'active' ? step(keyMachine, key.state, 'retire') : undefined
    return state === undefined ? key : { ...key, state, retiredAt: made.madeAt }
  })
  const fresh: IssuerKeyEntry = { id: nextKeyId(register), ...made, state: 'active' }
  return { ...register, issuer: [...before, fresh] }
}

export interface Compromise {
  readonly id: string
  /** Since when somebody else may have had it (epoch ms). */
  readonly from: number
  readonly now: number
  /** Takes its place where it was the one that signs. */
  readonly next: NewKey
}

/** Why a key can't be said to be compromised. `later`: it is said to have been so from an earlier time already. */
export type NotCompromised = 'unknown' | 'in_future' | 'before_made' | 'later'

/**
 * The register with a key given up from a time on, and a new one in its place where it was the one that signs. That time
 * only ever moves back.
 */
export function compromised(
  register: KeyRegister,
  { id, from, now, next }: Compromise,
): KeyRegister | NotCompromised {
  const key = register.issuer.find(one => one.id === id)
  if (key === undefined) return 'unknown'
  if (from > now) return 'in_future'
  if (key.madeAt !== undefined && from < key.madeAt) return 'before_made'
  if (key.compromisedFrom !== undefined && from >= key.compromisedFrom) return 'later'
  const state = step(keyMachine, key.state, 'compromise')
  if (state === undefined) return 'unknown'
  const given: IssuerKeyEntry = { ...key, state, compromisedFrom: from, compromisedAt: now }
  const changed = {
    ...register,
    issuer: register.issuer.map(one => (one.id === id ? given : one)),
  }
  return key.state === 'active' ? rotated(changed, next) : changed
}

/** The register with a new key for cursors. The one before opens what it sealed; the one before that is forgotten. */
export function cursorRotated(register: KeyRegister, now: number): KeyRegister {
  const n = Math.max(...register.cursor.map(key => key.n)) + 1
  return { ...register, cursor: [...register.cursor, { n, madeAt: now }].slice(-cursorKeysMax) }
}
