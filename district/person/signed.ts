import { createHash, createPublicKey, verify } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import {
  digestValue,
  readSignatureInput,
  readSignatureValue,
  signatureBase,
  signatureHeaders,
} from '../../contract/sync/signature.ts'
import type { Sql } from '../../db/sql/steps.ts'
import { RequestRefused } from '../door/refused.ts'
import type { Device } from './devices.ts'
import { deviceNamed } from './devices.ts'
import { useOnce } from './once.ts'

interface Asked {
  readonly method: string
  /** Path and query as they stood in the request line. */
  readonly target: string
  readonly headers: IncomingHttpHeaders
}

interface Registers {
  readonly accounts: Sql
  readonly nonces: Sql
}

/** A signature that is good for the digest that came with it; the body itself may not have come yet. */
export interface Signer {
  readonly device: Device
  readonly digest: string
  readonly created: number
  readonly nonce: string
}

/**
 * The device that signed a request, by its headers alone: nobody's body is read before it is known who sends it. Throws
 * `signature`, `device_unknown`, and, told only to who holds the key, `device_revoked`.
 */
export async function signerOf(
  { accounts }: Pick<Registers, 'accounts'>,
  asked: Asked,
): Promise<Signer> {
  const input = readSignatureInput(headerOf(asked.headers, signatureHeaders.input))
  const signature = readSignatureValue(headerOf(asked.headers, signatureHeaders.signature))
  if (input === undefined || signature === undefined) throw new RequestRefused('signature')
  const { method, target } = asked
  const digest = headerOf(asked.headers, signatureHeaders.digest)
  const device = await accounts.snapshot(() => deviceNamed(input.device))
  if (device === undefined) throw new RequestRefused('device_unknown')
  const base = signatureBase({ method, target, digest, ...input })
  if (!isSignatureOf(device.publicKey, base, Buffer.from(signature, 'base64')))
    throw new RequestRefused('signature')
  if (device.revokedAt !== undefined) throw new RequestRefused('device_revoked')
  return { device, digest, created: input.created, nonce: input.nonce }
}

/**
 * Takes the body that a signature was made for, as it came over the wire, once; nothing for a file's chunk, which its
 * file's own hash covers. Throws `signature` for another one, and `replayed` or `clock` with the district's time.
 */
export async function useSignature(
  { nonces }: Pick<Registers, 'nonces'>,
  { device: { device }, digest, created, nonce }: Signer,
  body: Uint8Array,
  now: number,
): Promise<void> {
  if (digest !== digestValue(createHash('sha256').update(body).digest('base64')))
    throw new RequestRefused('signature')
  const used = await nonces.write(
    () => useOnce({ device, created, nonce, now }),
    outcome => outcome === 'fresh',
  )
  if (used === 'clock') throw new RequestRefused('clock', { now })
  if (used === 'replayed') throw new RequestRefused('replayed')
}

/** Whether a signature over a text's UTF-8 bytes is good for a public key (Ed25519, base64url). */
export function isSignatureOf(publicKey: string, text: string, signature: Uint8Array): boolean {
  return verify(null, Buffer.from(text), keyOf(publicKey), signature)
}

/** A public key as the platform uses it. Throws for text that is none. */
export function keyOf(publicKey: string): KeyObject {
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' })
}

function headerOf(headers: IncomingHttpHeaders, name: string): string {
  const value = headers[name]
  return typeof value === 'string' ? value : ''
}
