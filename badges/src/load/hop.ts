import { request as requestHttp, type IncomingMessage } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP } from 'node:net'
import type { Readable, Transform } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { joinBytes } from '../bytes/text.ts'
import { imageBytesMax, jsonBytesMax } from '../limits.ts'
import { notLoaded, type LoadRefusal } from '../online/load-result.ts'

/** One answer of one server; a redirect brings its target and no body. */
export type Hop =
  | {
      readonly ok: true
      readonly status: number
      readonly contentType: string
      readonly location: string | null
      readonly bytes: Uint8Array
    }
  | { readonly ok: false; readonly refusal: LoadRefusal }

/**
 * What a badge may still read, in bytes after decompression: one count for all its answers, taken down as
 * they come, since many may be on their way at once, and the ones that fail cost as much.
 */
export interface BytesLeft {
  bytes: number
}

const headers = {
  accept: 'application/ld+json, application/json;q=0.9, application/vc+ld+json;q=0.9, */*;q=0.1',
  // Answers are counted as they come; a server that compresses all the same is inflated and counted.
  'accept-encoding': 'identity',
  'user-agent': 'open-badges-validator-core',
}

const redirects = new Set([301, 302, 303, 307, 308])
const decoders: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
}

/**
 * Sends one GET to an address that was checked, under the host name that was asked for: the name
 * goes into `Host` and the certificate check, never again to a resolver. No cookies, no credentials,
 * no connection kept.
 *
 * @param signal ends it; its reason is not looked at.
 */
export async function hop(
  url: URL,
  address: string,
  budget: BytesLeft,
  signal: AbortSignal,
): Promise<Hop> {
  let response: IncomingMessage
  try {
    response = await answerOf(url, address, signal)
  } catch (error) {
    return notReached(url, error)
  }
  const status = response.statusCode ?? 0
  const contentType = (response.headers['content-type'] ?? '').slice(0, 200)
  const location = response.headers.location ?? null
  if (redirects.has(status)) {
    response.destroy()
    return { ok: true, status, contentType, location, bytes: new Uint8Array() }
  }
  const limit = /^image\//i.test(contentType) ? imageBytesMax : jsonBytesMax
  const body = decoded(response)
  if (body === null) {
    response.destroy()
    const encoding = (response.headers['content-encoding'] ?? '').slice(0, 100)
    return notLoaded('UNSUPPORTED_ENCODING', { url: url.href, encoding })
  }
  try {
    const bytes = await read(body, limit, budget)
    if (bytes === 'too large') return notLoaded('TOO_LARGE', { url: url.href, bytesMax: limit })
    if (bytes === 'budget spent') return notLoaded('BUDGET_SPENT', { url: url.href.slice(0, 500) })
    return { ok: true, status, contentType, location: null, bytes }
  } catch (error) {
    return notReached(url, error)
  } finally {
    response.destroy()
  }
}

function answerOf(url: URL, address: string, signal: AbortSignal): Promise<IncomingMessage> {
  const literal = isIP(url.hostname.replace(/^\[|\]$/g, '')) !== 0
  const options = {
    host: address,
    port: url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port),
    path: `${url.pathname}${url.search}`,
    method: 'GET',
    headers: { ...headers, host: url.host },
    agent: false,
    signal,
    maxHeaderSize: 16 * 1024,
    ...(literal ? {} : { servername: url.hostname }),
  } as const
  return new Promise((done, fail) => {
    const sent = url.protocol === 'https:' ? requestHttps(options) : requestHttp(options)
    sent.once('response', done)
    // Stays for later too: a socket may fail again after the answer has begun.
    sent.on('error', fail)
    sent.end()
  })
}

function decoded(response: IncomingMessage): Readable | null {
  const encoding = (response.headers['content-encoding'] ?? 'identity').trim().toLowerCase()
  if (encoding === 'identity' || encoding === '') return response
  const decoder = Object.hasOwn(decoders, encoding) ? decoders[encoding]?.() : undefined
  if (decoder === undefined) return null
  response.once('error', error => decoder.destroy(error))
  return response.pipe(decoder)
}

/** @returns all bytes, or why not as soon as there are more than this answer, or its badge, may have. */
async function read(
  body: Readable,
  bytesMax: number,
  budget: BytesLeft,
): Promise<Uint8Array | 'too large' | 'budget spent'> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of body) {
    const bytes: unknown = chunk
    if (!(bytes instanceof Uint8Array)) throw new TypeError('A body consists of bytes.')
    length += bytes.length
    budget.bytes -= bytes.length
    if (length > bytesMax) return 'too large'
    if (budget.bytes < 0) return 'budget spent'
    chunks.push(bytes)
  }
  return joinBytes(...chunks)
}

function notReached(url: URL, error: unknown): Hop {
  const reason = error instanceof Error ? error.message.slice(0, 200) : 'unknown'
  return notLoaded('NOT_REACHED', { url: url.href, reason })
}
