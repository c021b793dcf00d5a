import { createServer } from 'node:http'
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { setHeaders } from '../door/headers.ts'
import { readinessPaths } from '../readiness/paths.ts'
import { malformedAnswer } from './malformed.ts'

/** What one connection may cost, and how many there may be (security.md §6). */
export const serverLimits = {
  /** How long the headers of a request may take, and an open connection may wait for its next one (ms). */
  headersMs: 10_000,
  /** How long a connection may say nothing (ms). */
  idleMs: 30_000,
  headerBytesMax: 16_384,
  /** Connections at once; a district of ten thousand people holds one each, and a proxy fewer. */
  connectionsMax: 20_000,
}

/** How long what is in work may take to its end once the district is stopped (ms); a supervisor often waits ten seconds. */
export const graceMs = 6_000
/** How often connections that have nothing to do any more are looked for, while it ends (ms). */
const lookEveryMs = 50

/**
 * A server before a door that may be set later; until then it says that it is busy, and that it is alive. No limit on a
 * whole request, since a film may take an hour: bodies have their own.
 */
export function serverBefore(
  door: () => RequestListener | undefined,
  limits: typeof serverLimits = serverLimits,
): Server {
  const { headersMs, idleMs, headerBytesMax, connectionsMax } = limits
  /** What is being answered on a connection. */
  const answering = new WeakMap<object, ServerResponse>()
  const handle = (incoming: IncomingMessage, outgoing: ServerResponse) => {
    // One after the other: what is asked before the answer is there waits outside of all that counts and ends requests.
    const before = answering.get(incoming.socket)
    if (before !== undefined && !before.writableFinished) return incoming.socket.destroy()
    answering.set(incoming.socket, outgoing)
    const there = door()
    if (there !== undefined) there(incoming, outgoing)
    else untilThere(incoming, outgoing)
  }
  const server = createServer(
    {
      requestTimeout: 0,
      headersTimeout: headersMs,
      maxHeaderSize: headerBytesMax,
      keepAliveTimeout: headersMs,
      connectionsCheckingInterval: Math.ceil(headersMs / 4),
      // The door says so itself, in the same words as everything else.
      requireHostHeader: false,
    },
    handle,
  )
  server.setTimeout(idleMs)
  server.maxConnections = connectionsMax
  server.on('checkExpectation', handle)
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    const before = answering.get(socket)
    const isInAnswer = before !== undefined && before.headersSent && !before.writableEnded
    if (error.code === 'ECONNRESET' || !socket.writable || isInAnswer) socket.destroy()
    else socket.end(malformedAnswer(error.code ?? ''), () => socket.destroy())
  })
  return server
}

function untilThere(incoming: IncomingMessage, outgoing: ServerResponse): void {
  setHeaders(outgoing, false)
  const isAlive = incoming.url === readinessPaths.alive
  outgoing.writeHead(isAlive ? 200 : 503, { 'content-type': 'application/json; charset=utf-8' })
  outgoing.end(JSON.stringify(isAlive ? { alive: true } : { code: 'busy' }))
}

/** An address could not be had. */
export class NotListening extends Error {
  readonly code: string
  constructor(code: string) {
    super(code)
    this.code = code
  }
}

/** Listens, and tells the port. Throws `NotListening`. */
export function listenOn(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException) => reject(new NotListening(error.code ?? ''))
    server.once('error', fail)
    server.listen({ host, port, exclusive: true }, () => {
      server.off('error', fail)
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : port)
    })
  })
}

/** Stops listening and ends what is open. */
export function closeServer(server: Server): Promise<void> {
  return new Promise(resolve => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}

/** Stops listening, lets what is in work come to its end, and cuts what has not in time (ms). */
export async function endServer(server: Server, withinMs = graceMs): Promise<void> {
  const closed = new Promise<void>(resolve => {
    server.close(() => resolve())
  })
  const looking = setInterval(() => server.closeIdleConnections(), lookEveryMs)
  const cut = setTimeout(() => server.closeAllConnections(), withinMs)
  server.closeIdleConnections()
  await closed
  clearInterval(looking)
  clearTimeout(cut)
}
