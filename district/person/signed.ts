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

export interface Asked {
  readonly method: string
  /** Path and query as they stood in the request line. */
  readonly target: string
  readonly headers: IncomingHttpHeaders
  /** As it came over the wire; nothing for a file's chunk, which its file's own hash covers. */
  readonly body: Uint8Array
}

interface Registers {
  readonly accounts: Sql
  readonly nonces: Sql
}

/**
 * The device that signed a request. Throws `signature`, `device_unknown`, and, told only to who holds the key,
 * `device_revoked`, `replayed` or `clock` with the district's time.
 */
export async function signedBy(
  { accounts, nonces }: Registers,
  asked: Asked,
  now: number,
): Promise<Device> {
  const input = readSignatureInput(headerOf(asked.headers, signatureHeaders.input))
  const signature = readSignatureValue(headerOf(asked.headers, signatureHeaders.signature))
  if (input === undefined || signature === undefined) throw new RequestRefused('signature')
  const { method, target, body } = asked
  const digest = digestValue(createHash('sha256').update(body).digest('base64'))
  if (headerOf(asked.headers, signatureHeaders.digest) !== digest)
    throw new RequestRefused('signature')
  const device = await accounts.snapshot(() => deviceNamed(input.device))
  if (device === undefined) throw new RequestRefused('device_unknown')
  const base = signatureBase({ method, target, digest, ...input })
  if (!isSignatureOf(device.publicKey, base, Buffer.from(signature, 'base64')))
    throw new RequestRefused('signature')
  if (device.revokedAt !== undefined) throw new RequestRefused('device_revoked')
  const used = await nonces.write(
    () => useOnce({ ...input, now }),
    outcome => outcome === 'fresh',
  )
  if (used === 'clock') throw new RequestRefused('clock', { now })
  if (used === 'replayed') throw new RequestRefused('replayed')
  return device
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
