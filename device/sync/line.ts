import { createHash, randomBytes } from 'node:crypto'
import type http from 'node:http'
import type { ZodType } from 'zod'
import { districtError } from '../../contract/sync/join.ts'
import type { DistrictError } from '../../contract/sync/join.ts'
import {
  digestValue,
  signatureBase,
  signatureHeaders,
  signatureInput,
  signatureValue,
} from '../../contract/sync/signature.ts'
import type { DeviceKey } from '../keys/device-key.ts'
import { Away, reasonOf } from './away.ts'
import type { Connect, Flow, Incoming, Outgoing } from './exchange.ts'
import { begin, exchange } from './exchange.ts'

/** The way to one district, on which every request is signed by this device. */
export interface Line {
  readonly address: string
  /** Asks with a JSON body, or none, and reads the answer. Throws `Away`, or `Stayed` where it was told not to leave. */
  ask<T>(asked: Asked, reply: ZodType<T>): Promise<T>
  /** Sends anything signed; the answer as it is. Throws `Away` only when there is none. */
  send(sent: Sent): Promise<Incoming>
  /** Begins a signed GET whose answer is read while it comes. */
  begin(target: string, onAnswer: (response: http.IncomingMessage) => void): http.ClientRequest
}

interface Asked {
  readonly method: 'GET' | 'POST'
  readonly target: string
  readonly value?: unknown
  readonly quietMs?: number
  readonly signal?: AbortSignal
  /** Asked before anything goes (`Outgoing`). */
  readonly leaves?: () => boolean
}

interface Sent {
  readonly method: Outgoing['method']
  readonly target: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Uint8Array
  readonly flow?: Flow
  /** A file's chunk is signed over the digest of nothing: the file has its own hash. */
  readonly isChunk?: boolean
  readonly quietMs?: number
  readonly signal?: AbortSignal
  readonly leaves?: () => boolean
}

interface Parts {
  readonly address: string
  readonly device: string
  readonly key: DeviceKey
  /** The district's time as far as it is known (epoch ms). */
  districtNow(): number
  readonly connect?: Connect | undefined
}

const nothing = new Uint8Array()

/** A line to a district. */
export function lineTo({ address, device, key, districtNow, connect }: Parts): Line {
  const headersFor = (method: string, target: string, body: Uint8Array) => {
    const digest = digestValue(createHash('sha256').update(body).digest('base64'))
    const signed = {
      method,
      target,
      digest,
      created: Math.floor(districtNow() / 1_000),
      nonce: randomBytes(18).toString('base64url'),
      device,
    }
    return {
      [signatureHeaders.digest]: digest,
      [signatureHeaders.input]: signatureInput(signed),
      [signatureHeaders.signature]: signatureValue(
        key.sign(signatureBase(signed)).toString('base64'),
      ),
    }
  }
  const outgoing = ({
    method,
    target,
    headers,
    body = nothing,
    isChunk,
    ...rest
  }: Sent): Outgoing => ({
    method,
    url: new URL(target, address),
    body,
    connect,
    headers: {
      'accept-encoding': 'gzip',
      ...headers,
      ...headersFor(method, target, isChunk === true ? nothing : body),
    },
    ...rest,
  })
  return {
    address,
    send: sent => exchange(outgoing(sent)),
    begin: (target, onAnswer) => begin(outgoing({ method: 'GET', target }), onAnswer),
    async ask({ value, ...asked }, reply) {
      const body = value === undefined ? nothing : Buffer.from(JSON.stringify(value))
      const headers = value === undefined ? {} : { 'content-type': 'application/json' }
      return readReply(await exchange(outgoing({ ...asked, headers, body })), reply)
    },
  }
}

/** A district's answer as a schema wants it. Throws `Away` for a refusal, and for anything but a district. */
export function readReply<T>(incoming: Incoming, reply: ZodType<T>): T {
  const value = jsonOf(incoming.body)
  if (incoming.status >= 200 && incoming.status < 300) {
    const parsed = reply.safeParse(value)
    if (parsed.success) return parsed.data
    throw new Away('nonsense')
  }
  const said = saidIn(value)
  if (said !== undefined) throw new Away(reasonOf(said), said)
  // A district behind a proxy that is down for a while is a network that is down.
  const isDown = [429, 502, 503, 504].includes(incoming.status)
  throw new Away(isDown ? 'network' : 'nonsense')
}

/** What a district says when it refuses a request, or `undefined` when that isn't one. */
export function saidIn(value: unknown): DistrictError | undefined {
  const parsed = districtError.safeParse(value)
  return parsed.success ? parsed.data : undefined
}

/** A body as JSON, or `undefined`. */
export function jsonOf(body: Buffer): unknown {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'))
    return value
  } catch {
    // Whatever it is, it is not a district's.
    return undefined
  }
}
