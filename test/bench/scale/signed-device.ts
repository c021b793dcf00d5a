import { generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { pullTarget } from '../../../contract/sync/pull.ts'
import { pullReplyRead } from '../../../contract/sync/read-pull.ts'
import { pushReply } from '../../../contract/sync/push.ts'
import { districtPaths, protocol } from '../../../contract/sync/version.ts'
import type { Mutation } from '../../../db/wire.ts'
import type { Line } from '../../../device/sync/line.ts'
import { lineTo } from '../../../device/sync/line.ts'

/** A computer that a district knows, without a store: it signs, asks and is answered. */
export interface SignedDevice {
  readonly device: string
  readonly person: string
  /** Ed25519, 32 bytes, base64url. */
  readonly publicKey: string
  at(address: string): Asking
}

/** The same before a district. */
export interface Asking {
  /** Reads on from where it stands to the end; how many records came. */
  pull(): Promise<number>
  /** Asks once, and is held until there is something, or for so long (ms). */
  held(waitMs: number, signal: AbortSignal): Promise<void>
  /** Throws where one of them is not applied. */
  push(mutations: readonly Pick<Mutation, 'name' | 'input'>[]): Promise<void>
}

/** A new one of a person's. */
export function signedDevice(person: string): SignedDevice {
  const device = `bench-${randomBytes(12).toString('hex')}`
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const { x = '' } = publicKey.export({ format: 'jwk' })
  let n = 0
  const key = { publicKey: x, sign: (text: string) => sign(null, Buffer.from(text), privateKey) }
  return {
    device,
    person,
    publicKey: x,
    at: address =>
      asking(lineTo({ address, device, key, districtNow: Date.now }), device, () => ++n),
  }
}

/** `count`: the number of its next command, never one twice. */
function asking(line: Line, device: string, count: () => number): Asking {
  let cursor = ''
  const ask = (waitMs: number, signal?: AbortSignal) =>
    line.ask(
      {
        method: 'GET',
        target: pullTarget(cursor, waitMs),
        quietMs: waitMs + 60_000,
        ...(signal && { signal }),
      },
      pullReplyRead,
    )
  return {
    async pull() {
      for (let came = 0; ;) {
        const told = await ask(0)
        if ('resync' in told) throw new Error('a district began anew')
        cursor = told.next
        came += told.ops.length
        if (!told.more) return came
      }
    },
    async held(waitMs, signal) {
      await ask(waitMs, signal)
    },
    async push(asked) {
      const mutations = asked.map(({ name, input }) => {
        const at = Date.now()
        const n = count()
        const stamp = `${at}-${(n % 0xffff).toString(16).padStart(4, '0')}-${device}`
        return { key: `${device}:${n}:bench`, name, input, stamp, doneAt: at, after: [] }
      })
      const value = { protocol, device, mutations }
      const reply = await line.ask({ method: 'POST', target: districtPaths.push, value }, pushReply)
      const other = reply.results.find(([, { status }]) => status !== 'applied')
      if (other !== undefined) throw new Error(`a command came to ${other[1].status}`)
    },
  }
}
