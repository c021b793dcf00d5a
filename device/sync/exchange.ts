import http from 'node:http'
import https from 'node:https'
import type { Duplex } from 'node:stream'
import { gunzipSync } from 'node:zlib'
import { Away } from './away.ts'

/** The largest answer that is taken in (bytes); a page of 2,000 records stays far below. */
const answerBytesMax = 64 * 1024 * 1024
const idleMs = 30_000

/** Opens the way to an address. Where none is given, TCP and TLS do. */
export type Connect = (url: URL) => Duplex

export interface Outgoing {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PATCH'
  /** Origin and path with query. */
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly body?: Uint8Array
  /** In place of a body: one that is read while it goes. */
  readonly flow?: Flow
  /** How long nothing may come (ms); a held pull needs more. */
  readonly quietMs?: number
  readonly signal?: AbortSignal
  /** Asked once the way is open and nothing has gone yet. False: nothing goes, and `Stayed` is thrown. */
  readonly leaves?: () => boolean
  readonly connect?: Connect | undefined
}

/** A body of a known size in parts. */
export interface Flow {
  readonly sizeBytes: number
  /** Each part stays as it is until the next but one is asked for: by then it has gone. */
  parts(): AsyncIterable<Uint8Array>
}

export interface Incoming {
  readonly status: number
  readonly headers: http.IncomingHttpHeaders
  readonly body: Buffer
}

/** What was to go did not go, and for no fault of the way: it was taken back before anything was written. */
export class Stayed extends Error {}

/**
 * One request and its whole answer. Follows nothing, keeps no cookies. Throws `Away` when there is no answer, or what its
 * flow threw.
 */
export function exchange(outgoing: Outgoing): Promise<Incoming> {
  return new Promise((resolve, reject) => {
    const request = begin(outgoing, response => {
      const parts: Buffer[] = []
      let sizeBytes = 0
      response.on('data', (part: Buffer) => {
        sizeBytes += part.length
        if (sizeBytes > answerBytesMax) request.destroy(new Away('nonsense'))
        else parts.push(part)
      })
      response.on('error', fail)
      response.on('end', () => {
        try {
          const { statusCode: status = 0, headers } = response
          resolve({ status, headers, body: inflated(Buffer.concat(parts), headers) })
        } catch (error) {
          reject(error)
        }
      })
    })
    const fail = (error: unknown) => {
      const isTold = error instanceof Away || error instanceof Stayed
      reject(isTold ? error : new Away('network'))
    }
    request.on('error', fail)
    whenOpen(request, outgoing, () => {
      if (outgoing.leaves?.() === false) request.destroy(new Stayed())
      else if (outgoing.flow === undefined) request.end(outgoing.body)
      else {
        pour(outgoing.flow, request, outgoing.connect !== undefined).catch((error: unknown) => {
          // What the body itself can't give is no fault of the way.
          reject(error)
          request.destroy()
        })
      }
    })
  })
}

/**
 * Lets a body go, a part on its way while the next is read. Throws what the body itself can't give; a way that breaks is
 * told by the request, and nothing more is read for it. `isHeld`: the way may hold on to what it was given.
 */
async function pour(flow: Flow, request: http.ClientRequest, isHeld: boolean): Promise<void> {
  let gone: Promise<void> = Promise.resolve()
  for await (const part of flow.parts()) {
    await gone
    if (request.destroyed) return
    const written = isHeld ? Buffer.from(part) : part
    gone = new Promise(resolve => request.write(written, () => resolve()))
  }
  request.end()
}

/** Once there is a way to the other side. Without a question to ask, the request need not wait for it. */
function whenOpen(
  request: http.ClientRequest,
  { url, leaves }: Outgoing,
  onOpen: () => void,
): void {
  if (leaves === undefined) return onOpen()
  request.once('socket', socket => {
    // A way that is kept open from before is open already.
    if (!socket.connecting) onOpen()
    else socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', onOpen)
  })
}

/** Begins a request; the caller reads the answer. Errors come as events of the request. */
export function begin(
  { method, url, headers, body, flow, quietMs = idleMs, signal, connect }: Outgoing,
  onAnswer: (response: http.IncomingMessage) => void,
): http.ClientRequest {
  const { request } = url.protocol === 'https:' ? https : http
  const sent = request(url, {
    method,
    headers: { ...headers, 'content-length': String(flow?.sizeBytes ?? body?.byteLength ?? 0) },
    ...(signal === undefined ? {} : { signal }),
    ...(connect === undefined ? {} : { createConnection: () => connect(url) }),
  })
  sent.setTimeout(quietMs, () => sent.destroy(new Away('network')))
  sent.on('response', onAnswer)
  return sent
}

function inflated(body: Buffer, headers: http.IncomingHttpHeaders): Buffer {
  if (headers['content-encoding'] !== 'gzip') return body
  try {
    return gunzipSync(body, { maxOutputLength: answerBytesMax })
  } catch {
    // Cut off, or more than it may be: nothing to be used.
    throw new Away('nonsense')
  }
}
