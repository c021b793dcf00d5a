import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Server } from 'node:http'
import { ed25519Multikey } from 'open-badges-validator-core/did'
import { publicKeyOf } from 'open-badges-validator-core/issue'
import { protocol, protocolOldest } from '../../contract/sync/version.ts'
import { closeServer } from '../listen/server.ts'
import { listenOn, loopbackHost } from '../listen/port.ts'

interface Heard {
  readonly method: string
  readonly path: string
  readonly headers: IncomingMessage['headers']
  readonly body: Buffer
}

export type Script = (heard: Heard, response: ServerResponse) => unknown

/** A stand-in that says exactly what a test wants, right or wrong; no rules of a district are in it. */
export interface ScriptedDistrict {
  readonly address: string
  readonly heard: readonly Heard[]
  /** Answers from now on like this; a value is sent as JSON, `undefined`: the script has answered itself. */
  script(script: Script): void
  /** Nothing answers for a while. */
  down(): Promise<void>
  up(): Promise<void>
  close(): Promise<void>
}

export const aboutNow = (now: number) => ({
  protocol,
  protocolOldest,
  district: 'Scripted',
  epoch: 'e1',
  now,
})

export const emptyPage = (now: number, cursor: string) => ({
  from: cursor,
  next: cursor,
  more: false,
  drop: [],
  results: [],
  now,
  ops: [],
})

/** Signs what a scripted district vouches for. */
export const scriptedTrustSecret = Uint8Array.from({ length: 32 }, (_, at) => 255 - at)
export const scriptedTrustKey = ed25519Multikey(publicKeyOf(scriptedTrustSecret))

/** Starts one on a port of this computer. */
export async function scriptedDistrict(): Promise<ScriptedDistrict> {
  const heard: Heard[] = []
  let script: Script = () => ({})
  const make = () =>
    createServer((request, response) => {
      const parts: Buffer[] = []
      request.on('data', (part: Buffer) => parts.push(part))
      request.on('end', () => {
        const { method = '', url: path = '', headers } = request
        const one = { method, path, headers, body: Buffer.concat(parts) }
        heard.push(one)
        const value = script(one, response)
        if (value === undefined) return
        response.setHeader('content-type', 'application/json')
        response.end(JSON.stringify(value))
      })
    })
  let server: Server = make()
  const port = await listenOn(server, 0)
  return {
    address: `http://${loopbackHost}:${port}`,
    heard,
    script(next) {
      script = next
    },
    down: () => closeServer(server),
    async up() {
      server = make()
      await listenOn(server, port)
    },
    close: () => closeServer(server),
  }
}
