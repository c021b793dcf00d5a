import { request as ask } from 'node:http'
import type { IncomingMessage } from 'node:http'
import { pipeline } from 'node:stream/promises'
import type { Host } from './origins.ts'
import { hostOf } from './origins.ts'

/** The pipe of each host, as the device program told them. */
export type Pipes = Readonly<Record<Host, string>>

/** Headers that belong to one connection, and `host`, which is said anew. */
const ownHeaders = new Set(['connection', 'host', 'keep-alive', 'transfer-encoding', 'upgrade'])
/** Answers that may not carry a body, as `Response` insists. */
const bodiless = new Set([204, 205, 304])
/** An encoded slash, backslash or NUL: a path that means two things to two readers (security.md row 51). */
const ambiguous = /%(?:2f|5c|00)|\\/i

/**
 * Passes a request of the window on to the device program and gives its answer back, both as streams. The secret is
 * the page's own to send: a page without it, as the viewer's, gains nothing by asking here. Anything but the two
 * hosts, and any path that leaves the root or could be read in two ways, is answered here with 404; a program that
 * is just being started again, with 503.
 */
export async function passOn(pipes: Pipes | undefined, request: Request): Promise<Response> {
  const host = hostOf(request.url)
  if (host === undefined || ambiguous.test(request.url)) return new Response(null, { status: 404 })
  if (pipes === undefined) return new Response(null, { status: 503 })
  try {
    return answerOf(await asked(pipes[host], host, request))
  } catch {
    // The pipe broke: the program stopped, and is being started again.
    return new Response(null, { status: 503 })
  }
}

function asked(socketPath: string, host: Host, request: Request): Promise<IncomingMessage> {
  const { pathname, search } = new URL(request.url)
  const headers = Object.fromEntries([...request.headers].filter(([name]) => !ownHeaders.has(name)))
  return new Promise((resolve, reject) => {
    const outgoing = ask({
      socketPath,
      path: `${pathname}${search}`,
      method: request.method,
      headers: { ...headers, host },
    })
    outgoing.once('response', resolve)
    outgoing.once('error', reject)
    if (request.body === null) outgoing.end()
    else pipeline(request.body, outgoing).catch(reject)
  })
}

function answerOf(incoming: IncomingMessage): Response {
  const status = incoming.statusCode ?? 502
  const headers = new Headers()
  for (const [name, values] of Object.entries(incoming.headersDistinct))
    if (!ownHeaders.has(name)) for (const value of values ?? []) headers.append(name, value)
  if (bodiless.has(status)) {
    incoming.resume()
    return new Response(null, { status, headers })
  }
  return new Response(ReadableStream.from(incoming), { status, headers })
}
