import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { join } from 'node:path'

/** Literal, never a name: nothing outside this computer may reach it, and no other answers to it. */
export const loopbackHost = '127.0.0.1'

/** Where the first free port is looked for when none was ever used. */
const firstPort = 4300
const portMax = 65_535

/** A door's number could not be had. */
export class PortBusy extends Error {
  readonly port: number
  constructor(port: number) {
    super(`port ${port} is in use`)
    this.port = port
  }
}

/** Listens on one port, exactly. Throws `PortBusy`. */
export function listenOn(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException) => {
      const isBusy = error.code === 'EADDRINUSE' || error.code === 'EACCES'
      reject(isBusy ? new PortBusy(port) : error)
    }
    server.once('error', fail)
    server.listen({ host: loopbackHost, port, exclusive: true }, () => {
      server.off('error', fail)
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : port)
    })
  })
}

/** Listens on a port, or on the next free one above it. */
export async function listenFrom(server: Server, port: number): Promise<number> {
  for (let next = port; next <= portMax; next++) {
    try {
      return await listenOn(server, next)
    } catch (error) {
      if (!(error instanceof PortBusy)) throw error
    }
  }
  throw new PortBusy(port)
}

interface Ports {
  readonly screen: number
  readonly viewer: number
}

/** The ports of a data folder: browsers keep what they keep per port, so it stays the same at each start. */
export function storedPorts(folder: string): Ports {
  const path = join(folder, 'ports')
  const [screen, viewer] = existsSync(path)
    ? readFileSync(path, 'utf8').trim().split(' ').map(Number)
    : []
  return { screen: portOr(screen, firstPort), viewer: portOr(viewer, firstPort + 1) }
}

/** Remembers the ports for the next start. */
export function storePorts(folder: string, { screen, viewer }: Ports): void {
  writeFileSync(join(folder, 'ports'), `${screen} ${viewer}\n`, { mode: 0o600 })
}

const portOr = (port: number | undefined, otherwise: number): number =>
  port !== undefined && Number.isInteger(port) && port > 0 && port <= portMax ? port : otherwise
