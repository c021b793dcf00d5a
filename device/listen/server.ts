import { getRequestListener } from '@hono/node-server'
import { createServer } from 'node:http'
import type { Server } from 'node:http'

type Fetch = (request: Request) => Promise<Response>

/** How long the headers of a request may take (ms). */
const headersMs = 10_000

/** An HTTP server before a door that may be set later; until then it says so. */
export function serverBefore(door: () => Fetch | undefined): Server {
  const listener = getRequestListener(
    async request => {
      const fetch = door()
      return fetch === undefined ? new Response(null, { status: 503 }) : fetch(request)
    },
    { overrideGlobalObjects: false },
  )
  const server = createServer(
    // A large file may take longer than any limit on a whole request.
    { requestTimeout: 0, headersTimeout: headersMs, maxHeaderSize: 16_384 },
    (incoming, outgoing) => {
      void listener(incoming, outgoing)
    },
  )
  return server
}

/** Stops listening and ends what is open. */
export function closeServer(server: Server): Promise<void> {
  return new Promise(resolve => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
