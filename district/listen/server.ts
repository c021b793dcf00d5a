import { createServer } from 'node:http'
import type { RequestListener, Server, ServerOptions } from 'node:http'

/** How long the headers of a request may take, and how long a connection may say nothing (ms; security.md §6). */
const headersMs = 10_000
const idleMs = 30_000

/** How a server of ours takes requests in: no limit on a whole one, since a film may take an hour. */
export const serverOptions: ServerOptions = {
  requestTimeout: 0,
  headersTimeout: headersMs,
  maxHeaderSize: 16_384,
  keepAliveTimeout: headersMs,
}

/** A server before a door that may be set later; until then it says that it is busy. */
export function serverBefore(door: () => RequestListener | undefined): Server {
  const server = createServer(serverOptions, (incoming, outgoing) => {
    const handle = door()
    if (handle !== undefined) return handle(incoming, outgoing)
    outgoing.writeHead(503, { 'content-type': 'application/json' })
    outgoing.end(JSON.stringify({ code: 'busy' }))
  })
  server.setTimeout(idleMs)
  return server
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
