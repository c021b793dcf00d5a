import http from 'node:http'
import https from 'node:https'
import { gunzipSync } from 'node:zlib'
import { Away } from './away.ts'

/** The largest answer that is taken in (bytes); a page of 2,000 records stays far below. */
const answerBytesMax = 64 * 1024 * 1024
const idleMs = 30_000

export interface Outgoing {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PATCH'
  /** Origin and path with query. */
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly body?: Uint8Array
  /** How long nothing may come (ms); a held pull needs more. */
  readonly quietMs?: number
  readonly signal?: AbortSignal
}

export interface Incoming {
  readonly status: number
  readonly headers: http.IncomingHttpHeaders
  readonly body: Buffer
}

/** One request and its whole answer. Follows nothing, keeps no cookies. Throws `Away` when there is no answer. */
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
    const fail = (error: unknown) => reject(error instanceof Away ? error : new Away('network'))
    request.on('error', fail)
    request.end(outgoing.body)
  })
}

/** Begins a request; the caller reads the answer. Errors come as events of the request. */
export function begin(
  { method, url, headers, body, quietMs = idleMs, signal }: Outgoing,
  onAnswer: (response: http.IncomingMessage) => void,
): http.ClientRequest {
  const { request } = url.protocol === 'https:' ? https : http
  const sent = request(url, {
    method,
    headers: { ...headers, 'content-length': String(body?.byteLength ?? 0) },
    ...(signal === undefined ? {} : { signal }),
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
