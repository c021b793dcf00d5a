import { connect, createServer } from 'node:net'
import type { Server, Socket } from 'node:net'
import { loopbackHost } from '../listen/port.ts'

/** The way between a device and a district, which a test can cut. */
export interface Road {
  readonly address: string
  cut(): Promise<void>
  mend(): Promise<void>
  /** From now on what is asked at a path arrives, and its answer does not; `undefined`: every answer comes again. */
  loseAnswersOf(path: string | undefined): void
}

/** A road to an address. */
export async function roadTo(address: string): Promise<Road> {
  const target = Number(new URL(address).port)
  const sockets = new Set<Socket>()
  let lost: string | undefined
  const make = () =>
    createServer(near => {
      const far = connect({ host: loopbackHost, port: target })
      for (const socket of [near, far]) {
        sockets.add(socket)
        // A cut road is what the test is about.
        socket.on('error', () => undefined)
        socket.on('close', () => {
          sockets.delete(socket)
          near.destroy()
          far.destroy()
        })
      }
      let isLost = false
      near.on('data', (part: Buffer) => {
        isLost ||= lost !== undefined && part.toString('latin1').includes(` ${lost} `)
        far.write(part)
      })
      near.on('end', () => far.end())
      far.on('data', (part: Buffer) => (isLost ? near.destroy() : near.write(part)))
      far.on('end', () => near.end())
    })
  const listening = (server: Server, port: number) =>
    new Promise<number>(resolve => {
      server.listen({ host: loopbackHost, port }, () => {
        const at = server.address()
        resolve(typeof at === 'object' && at !== null ? at.port : 0)
      })
    })
  let server = make()
  const port = await listening(server, 0)
  return {
    loseAnswersOf(path) {
      lost = path
    },
    address: `http://${loopbackHost}:${port}`,
    cut: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        for (const socket of sockets) socket.destroy()
      }),
    async mend() {
      server = make()
      await listening(server, port)
    },
  }
}
