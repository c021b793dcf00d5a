import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import type { KeyPlace } from './key-file.ts'

/** The Ed25519 key by which a district knows this computer. The private half never leaves it. */
export interface DeviceKey {
  /** 32 bytes, base64url. */
  readonly publicKey: string
  /** Signature over a text's UTF-8 bytes (64 bytes). */
  sign(text: string): Buffer
}

/**
 * The key in its place, made at the first use. `undefined`: it is damaged or gone, and `isKnown` says that a district
 * knows it, so that another one would be nobody's.
 */
export function deviceKeyIn(place: KeyPlace, isKnown: boolean): DeviceKey | undefined {
  const stored = place.read()
  const key = stored === undefined || stored === 'damaged' ? undefined : deviceKeyFrom(stored)
  if (key !== undefined) return key
  if (isKnown) return undefined
  if (stored !== undefined) place.putAside()
  return newDeviceKeyIn(place)
}

/** Makes a key in its place. */
export function newDeviceKeyIn(place: KeyPlace): DeviceKey {
  const made = madePrivateKey()
  place.write(made)
  const key = deviceKeyFrom(made)
  if (key === undefined) throw new Error('a key that was just made opens')
  return key
}

/** A new private key (PKCS #8, DER). */
export const madePrivateKey = (): Uint8Array =>
  generateKeyPairSync('ed25519').privateKey.export({ format: 'der', type: 'pkcs8' })

/** The key of its private half as `madePrivateKey` gives it; `undefined` for other bytes. */
export function deviceKeyFrom(der: Uint8Array): DeviceKey | undefined {
  const key = privateKeyOf(der)
  return key && keyOf(key)
}

function keyOf(key: KeyObject): DeviceKey {
  const { x } = createPublicKey(key).export({ format: 'jwk' })
  if (x === undefined) throw new Error('an Ed25519 key has a public half')
  return { publicKey: x, sign: text => sign(null, Buffer.from(text), key) }
}

function privateKeyOf(der: Uint8Array): KeyObject | undefined {
  try {
    const key = createPrivateKey({ key: Buffer.from(der), format: 'der', type: 'pkcs8' })
    return key.asymmetricKeyType === 'ed25519' ? key : undefined
  } catch {
    // Cut off, or written over: no key.
    return undefined
  }
}
