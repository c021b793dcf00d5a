import { z } from 'zod'
import type { CommandAnswer, FileAddress } from '../../../contract/device/door.ts'
import { doorPaths, secretHeader } from '../../../contract/device/door.ts'
import type { QueryInput, QueryName, QueryRows } from '../../../contract/device/queries.ts'
import type { SyncState } from '../../../contract/device/session.ts'
import type { EvidenceFile } from '../../../core/evidence/record.ts'
import { fileSchema } from '../../../core/evidence/record.ts'
import type { DeviceReady, Program, Starting } from '../../../test/walk/programs.ts'
import { beginDevice } from '../../../test/walk/programs.ts'

/** What a person's program says as it takes a file in: the last line counts. */
const fileLine = z.union([
  z.object({ at: z.literal('kept'), file: fileSchema }),
  z.object({ at: z.literal('refused'), error: z.object({ code: z.string() }) }),
])

/** A person's computer with the real program on it, that may be killed at any moment and is started again. */
export class Laptop {
  readonly folder: string
  program: Program<DeviceReady> | undefined
  private starting: Starting<DeviceReady> | undefined
  private secret = ''

  constructor(folder: string) {
    this.folder = folder
  }

  /** Begins to start; `up` waits for it. */
  begin(): Starting<DeviceReady> {
    this.program = undefined
    this.starting = beginDevice(this.folder)
    return this.starting
  }

  async up(): Promise<void> {
    const program = await (this.starting ?? this.begin()).program
    const { startLink, address } = program.ready
    const once = new URL(startLink).hash.slice('#once='.length)
    const answer = await fetch(new URL(doorPaths.once, address), {
      method: 'POST',
      headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' },
      body: JSON.stringify({ once }),
    })
    this.secret = z.object({ secret: z.string() }).parse(await answer.json()).secret
    this.program = program
  }

  async kill(): Promise<void> {
    const { starting } = this
    this.program = undefined
    await starting?.kill()
  }

  /** What the program answered; `undefined`: it was killed before it could. */
  async ask(path: string, init: RequestInit): Promise<string | undefined> {
    while (this.program === undefined) await new Promise(resolve => setTimeout(resolve, 20))
    const asked = this.program
    try {
      const answer = await fetch(new URL(path, asked.ready.address), {
        ...init,
        headers: {
          'sec-fetch-site': 'same-origin',
          [secretHeader]: this.secret,
          ...Object.fromEntries(new Headers(init.headers)),
        },
      })
      const text = await answer.text()
      if (!answer.ok) throw new Refused(`${path}: ${answer.status} ${text}`)
      return text
    } catch (error) {
      if (error instanceof Refused) throw error
      // Cut off by the kill, which the run knows of; a program that is still there has no excuse.
      await new Promise(resolve => setTimeout(resolve, 50))
      if (this.program === asked && !asked.isOver()) throw error
      return undefined
    }
  }

  post(path: string, value: unknown): Promise<string | undefined> {
    return this.ask(path, { method: 'POST', body: JSON.stringify(value) })
  }

  async command(name: string, input: unknown): Promise<CommandAnswer | undefined> {
    const text = await this.post(doorPaths.commands, { name, input })
    if (text === undefined) return undefined
    const answer: CommandAnswer = JSON.parse(text)
    if (answer.status === 'refused') throw new Error(`${name}: ${JSON.stringify(answer.refusal)}`)
    return answer
  }

  /** Takes a file in; `undefined`: it never said whether it is kept. */
  async take(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<EvidenceFile | undefined> {
    const headers = { 'x-file-name': encodeURIComponent(name) }
    const text = await this.ask(doorPaths.files, { method: 'POST', body: bytes, headers })
    const last = text?.trim().split('\n').at(-1) ?? ''
    // Killed in the middle of its lines.
    if (!last.startsWith('{') || !last.endsWith('}')) return undefined
    const line = fileLine.safeParse(JSON.parse(last))
    if (!line.success) return undefined
    if (line.data.at === 'refused') throw new Error(`${name}: ${line.data.error.code}`)
    return line.data.file
  }

  async query<N extends QueryName>(name: N, input: QueryInput<N>): Promise<QueryRows<N>> {
    for (;;) {
      const text = await this.post(`${doorPaths.queries}/${name}`, { input })
      if (text !== undefined) return JSON.parse(text).rows
    }
  }

  /** The bytes of a file, fetched from the district where they aren't here. */
  async bytes(sha256: string): Promise<Uint8Array> {
    const text = await this.post(doorPaths.fileAddress, { sha256 })
    const { download }: FileAddress = JSON.parse(text ?? '')
    return new Uint8Array(await (await fetch(download)).arrayBuffer())
  }

  /** How sync stands, as the first line of the events says it. */
  async sync(): Promise<SyncState> {
    const program = this.program
    if (program === undefined) throw new Error('not up')
    const stop = new AbortController()
    const answer = await fetch(new URL(doorPaths.events, program.ready.address), {
      headers: { 'sec-fetch-site': 'same-origin', [secretHeader]: this.secret },
      signal: stop.signal,
    })
    const first = await answer.body?.getReader().read()
    stop.abort()
    const [line = ''] = Buffer.from(first?.value ?? [])
      .toString()
      .split('\n')
    return JSON.parse(line).sync
  }
}

/** The program answered, and it was no. */
class Refused extends Error {}
