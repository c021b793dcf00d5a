import type http from 'node:http'
import type { Duplex } from 'node:stream'
import type { Chance } from '../../db/trial/simulator/chance.ts'
import type { Timers } from '../../core/kit/timers.ts'
import type { Running, Time } from './time.ts'
import { End, reset } from './way.ts'

/** One request on its way and its answer. */
export interface Wire {
  readonly n: number
  /** The computer that asks. */
  readonly device: string
  readonly of: Running
  readonly client: End
  /** There once the request has arrived. */
  server: End | undefined
  /** The request as it went. */
  request: Buffer
  isAnswered: boolean
  /** An answer to it goes nowhere: it came a second time. */
  readonly isAgain: boolean
}

/** What came back: status and body. */
export interface Answer {
  readonly status: number
  readonly body: Buffer
}

/** The network between all computers and the district. */
export interface Net {
  /** How a computer opens its way; `isThere`: whether there is a network. */
  connectOf(device: string, of: Running, isThere: () => boolean): () => Duplex
  /** Requests that wait to arrive. */
  asked(): readonly Wire[]
  /** Answers that wait to arrive. */
  answered(): readonly Wire[]
  /** Lets a request arrive; of it only so many bytes, where it is cut. */
  ask(wire: Wire, server: http.Server, cutAt?: number): void
  /** The same bytes again, as whoever has caught them would send them. */
  askAgain(wire: Wire, server: http.Server): void
  /** Lets an answer arrive; of it only so many bytes, where it is cut. */
  answer(wire: Wire, cutAt?: number): void
  /** The connection is lost. */
  lose(wire: Wire): void
  /** Answers that the district has finished since this was last asked, whether they will arrive or not. */
  fresh(): readonly Wire[]
  /** The number that the next request will have. */
  next(): number
  /** What an answer says that waits to arrive. */
  read(wire: Wire): Answer
  /** The district is gone, and with it all that it was about to say. */
  districtGone(): void
  /** A computer is gone. */
  gone(of: Running): void
  /** To be told by the district's server of each request. */
  noteRequest(incoming: http.IncomingMessage, outgoing: http.ServerResponse): void
  isAnyUnderWay(): boolean
  /** The run is over: whatever is still open is forgotten, and nobody is told. */
  end(): void
}

const headEnd = Buffer.from('\r\n\r\n')

/** A network on which nothing moves but what the run lets move. */
export function netOf(time: Time): Net {
  let wires: Wire[] = []
  const ends = new Set<End>()
  /** One end, by a computer's timers; without any the district's. */
  const opened = (timers?: Timers): End => {
    const end = new End(timers)
    ends.add(end)
    end.once('close', () => ends.delete(end))
    return end
  }
  let fresh: Wire[] = []
  let n = 0
  const drop = (wire: Wire) => {
    wires = wires.filter(one => one !== wire)
  }
  const left = () => {
    for (const wire of wires)
      if (wire.client.destroyed || !wire.of.isAlive) {
        wire.server?.destroy(reset())
        drop(wire)
      }
    return wires
  }
  const arrive = (wire: Wire, server: http.Server, bytes: Buffer) => {
    wire.server = opened()
    server.emit('connection', wire.server)
    wire.server.push(bytes)
  }
  return {
    connectOf: (device, of, isThere) => () => {
      const client = opened(time.timersOf(of))
      if (isThere()) {
        const wire = { n: n++, device, of, client, server: undefined, isAnswered: false }
        wires.push({ ...wire, request: Buffer.alloc(0), isAgain: false })
      } else process.nextTick(() => client.destroy(reset()))
      return client
    },
    asked: () =>
      inOrder(
        left().filter(({ server, client }) => server === undefined && client.written.length > 0),
      ),
    answered: () => inOrder(left().filter(({ isAnswered, isAgain }) => isAnswered && !isAgain)),
    ask(wire, server, cutAt) {
      wire.request = plain(wire.client.taken())
      if (cutAt === undefined) return arrive(wire, server, wire.request)
      arrive(wire, server, wire.request.subarray(0, cutAt))
      setImmediate(() => {
        wire.server?.destroy(reset())
        wire.client.destroy(reset())
      })
      drop(wire)
    },
    askAgain(wire, server) {
      const again = {
        ...wire,
        n: n++,
        client: opened(),
        isAgain: true,
        isAnswered: false,
      }
      wires.push(again)
      arrive(again, server, wire.request)
    },
    answer(wire, cutAt) {
      const bytes = wire.server?.taken() ?? Buffer.alloc(0)
      wire.client.push(bytes.subarray(0, cutAt))
      wire.client.push(null)
      wire.server?.destroy()
      drop(wire)
    },
    lose(wire) {
      wire.client.destroy(reset())
      wire.server?.destroy(reset())
      drop(wire)
    },
    fresh() {
      const finished = fresh
      fresh = []
      return finished
    },
    next: () => n,
    read: wire => readAnswer(Buffer.concat(wire.server?.written ?? [])),
    districtGone() {
      for (const wire of left()) {
        if (wire.server === undefined) continue
        wire.server.destroy(reset())
        wire.client.destroy(reset())
        drop(wire)
      }
    },
    gone(of) {
      of.isAlive = false
      left()
    },
    noteRequest({ socket }: { readonly socket: Duplex }, outgoing) {
      outgoing.once('finish', () => {
        for (const wire of wires)
          if (wire.server === socket) {
            wire.isAnswered = true
            fresh.push(wire)
          }
      })
    },
    isAnyUnderWay: () => left().some(({ isAgain }) => !isAgain),
    end() {
      for (const end of ends) end.fallSilent()
      ends.clear()
      wires = []
    },
  }
}

/** By who asks what: which of a computer's loops came first, its disk may decide, and differently each time. */
const inOrder = (wires: readonly Wire[]): readonly Wire[] => {
  const nameOf = ({ device, client, request }: Wire): string => {
    const { method, target } = lineOf(request.length > 0 ? request : Buffer.concat(client.written))
    return `${device} ${method} ${target.split('?')[0]}`
  }
  return wires
    .map(wire => ({ wire, name: nameOf(wire) }))
    .toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.wire.n - b.wire.n))
    .map(({ wire }) => wire)
}

/** Answers go as they are: packing them would be work on another thread, which ends when it likes. */
function plain(request: Buffer): Buffer {
  const at = request.indexOf(headEnd)
  const head = request.subarray(0, at).toString('latin1')
  return Buffer.concat([
    Buffer.from(head.replace('accept-encoding: gzip', 'accept-encoding: none'), 'latin1'),
    request.subarray(at),
  ])
}

/** Where the body of a request begins. */
export const bodyAt = (bytes: Buffer): number => bytes.indexOf(headEnd) + headEnd.length

/** A place in the middle of bytes (never the end). */
export const somewhereIn = (bytes: Buffer, chance: Chance): number =>
  chance.below(Math.max(1, bytes.length))

/** The method and target in a request's first line. */
export function lineOf(request: Buffer): { readonly method: string; readonly target: string } {
  const [method = '', target = ''] = request
    .subarray(0, request.indexOf('\r\n'))
    .toString('latin1')
    .split(' ')
  return { method, target }
}

function readAnswer(bytes: Buffer): Answer {
  const at = bytes.indexOf(headEnd)
  const head = bytes.subarray(0, at).toString('latin1')
  const body = bytes.subarray(at + headEnd.length)
  const status = Number(head.slice(9, 12))
  return { status, body: /transfer-encoding: chunked/i.test(head) ? joined(body) : body }
}

function joined(chunked: Buffer): Buffer {
  const parts: Buffer[] = []
  let rest = chunked
  for (;;) {
    const at = rest.indexOf('\r\n')
    const length = Number.parseInt(rest.subarray(0, at).toString('latin1'), 16)
    if (at < 0 || !(length > 0)) return Buffer.concat(parts)
    parts.push(rest.subarray(at + 2, at + 2 + length))
    rest = rest.subarray(at + 4 + length)
  }
}
