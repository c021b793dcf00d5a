import { createServer } from 'node:http'
import { once } from 'node:events'

/** A page of somebody else's on this computer, on a port of its own; it notes who comes. */
export interface Stranger {
  readonly origin: string
  /** Paths that were asked for. */
  readonly asked: string[]
  close(): void
}

export async function startStranger(): Promise<Stranger> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.setHeader('access-control-allow-origin', '*')
    response.setHeader('content-type', 'text/html')
    response.end('<!doctype html><title>Stranger</title><body>')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    origin: `http://127.0.0.1:${address.port}`,
    asked,
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}
