import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'

const hmacBytes = 32
const base64 = z.base64().max(64)

/** What a lock file says under its own key: that this key is the one, and that it was this key that set the state. */
export const keyProofSchema = z.object({ key: base64, state: base64 })
export type KeyProof = z.infer<typeof keyProofSchema>

/** The proof that goes with a key and a state of the lock. It tells nothing of the key. */
export function proofOf(key: Uint8Array, state: string): KeyProof {
  return {
    key: hmac(key, 'key').toString('base64'),
    state: stateHmac(key, state).toString('base64'),
  }
}

/** Whether a key is the one that a lock was set with. */
export const isKeyOf = (proof: KeyProof, key: Uint8Array): boolean =>
  isSame(proof.key, hmac(key, 'key'))

/** Whether a state was written by somebody who had the key; anybody can write into the file. */
export const isStateOf = (proof: KeyProof, key: Uint8Array, state: string): boolean =>
  isSame(proof.state, stateHmac(key, state))

const stateHmac = (key: Uint8Array, state: string) => hmac(key, `state ${state}`)

function hmac(key: Uint8Array, text: string): Buffer {
  const own = hkdfSync('sha256', key, new Uint8Array(), 'meritfolio lock file', hmacBytes)
  return createHmac('sha256', new Uint8Array(own)).update(text).digest()
}

function isSame(base64Text: string, expected: Buffer): boolean {
  const given = Buffer.from(base64Text, 'base64')
  return given.byteLength === expected.byteLength && timingSafeEqual(given, expected)
}
