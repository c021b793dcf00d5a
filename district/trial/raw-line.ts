import { connect } from 'node:net'
import type { Socket } from 'node:net'

/** A connection on which anything may be said, HTTP or not. */
export interface RawLine {
  readonly socket: Socket
  say(text: string | Uint8Array): void
  /** All that was answered, once it fits; rejects where the connection ends before. */
  heard(what: RegExp): Promise<string>
  /** All that was answered, once the other side has ended the connection. */
  closed(): Promise<string>
}

/** Opens one to an address. */
export function rawLine(address: string): RawLine {
  const { hostname, port } = new URL(address)
  const socket = connect({ host: hostname, port: Number(port) })
  let answer = ''
  let isClosed = false
  const waiting = new Set<() => void>()
  const tell = () => waiting.forEach(one => one())
  socket.on('data', part => {
    answer += part.toString('latin1')
    tell()
  })
  // Reset by the other side: closed, and that is what is looked at.
  socket.on('error', () => undefined)
  socket.on('close', () => {
    isClosed = true
    tell()
  })
  const until = <T>(what: () => T | undefined) =>
    new Promise<T>((resolve, reject) => {
      const look = () => {
        const found = what()
        if (found === undefined && !isClosed) return
        waiting.delete(look)
        if (found === undefined) reject(new Error(`closed after: ${answer.slice(0, 500)}`))
        else resolve(found)
      }
      waiting.add(look)
      look()
    })
  return {
    socket,
    say: text => void socket.write(text),
    heard: what => until(() => (what.test(answer) ? answer : undefined)),
    closed: () => until(() => (isClosed ? answer : undefined)),
  }
}

/** Status and JSON of an answer as it came over a raw connection. */
export function readAnswer(text: string): { readonly status: number; readonly json: unknown } {
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? '0')
  // Alone, or in one chunk.
  const [body] = /(?<=\r\n)\{.*\}/.exec(text) ?? []
  const json: unknown = body === undefined ? undefined : JSON.parse(body)
  return { status, json }
}
