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

/** The key in its place, made at the first use. */
export function deviceKeyIn(place: KeyPlace): DeviceKey {
  const stored = place.read()
  const key = stored === undefined ? madeIn(place) : privateKeyOf(stored)
  const { x } = createPublicKey(key).export({ format: 'jwk' })
  if (x === undefined) throw new Error('an Ed25519 key has a public half')
  return { publicKey: x, sign: text => sign(null, Buffer.from(text), key) }
}

function madeIn(place: KeyPlace): KeyObject {
  const { privateKey } = generateKeyPairSync('ed25519')
  place.write(privateKey.export({ format: 'der', type: 'pkcs8' }))
  return privateKey
}

const privateKeyOf = (der: Uint8Array): KeyObject =>
  createPrivateKey({ key: Buffer.from(der), format: 'der', type: 'pkcs8' })
