import type { CommandAnswer, DoorEvent } from '../../contract/device/door.ts'
import { doorPaths, secretHeader } from '../../contract/device/door.ts'
import type { QueryInput, QueryName, QueryRows } from '../../contract/device/queries.ts'
import type { Session } from '../../contract/device/session.ts'
import type { CommandInput, CommandName } from '../../core/commands.ts'
import { wayIn } from '../../device/listen/already-open.ts'
import type { DeviceReady } from '../walk/programs.ts'

/** The door of a program without a browser, for what is prepared and what is checked outside the clock. */
export interface Door {
  /** Does a command; the ids that it made. Throws what was refused. */
  command<N extends CommandName>(
    name: N,
    input: CommandInput<N>,
  ): Promise<Readonly<Record<string, string>>>
  query<N extends QueryName>(name: N, input: QueryInput<N>): Promise<QueryRows<N>>
  session(): Promise<Session>
  post(path: string, body: unknown): Promise<string>
  /** Events as they come, until the reader stops reading. */
  events(): AsyncGenerator<DoorEvent>
  /** A fresh link that opens the screens once. */
  startLink(): Promise<string>
}

/** Trades the start link for the door's word. */
export async function doorOf({ address, startLink }: DeviceReady): Promise<Door> {
  const headers: Record<string, string> = { 'sec-fetch-site': 'same-origin' }
  const ask = async (path: string, init: RequestInit = {}) => {
    const answer = await fetch(`${address}${path}`, { ...init, headers })
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`)
    return answer
  }
  const post = async (path: string, body: unknown) =>
    (await ask(path, { method: 'POST', body: JSON.stringify(body) })).text()
  const once = new URL(startLink).hash.slice('#once='.length)
  const { secret } = JSON.parse(await post(doorPaths.once, { once }))
  headers[secretHeader] = secret
  return {
    async command(name, input) {
      const answer: CommandAnswer = JSON.parse(await post(doorPaths.commands, { name, input }))
      if (answer.status === 'refused') throw new Error(`${name}: ${JSON.stringify(answer.refusal)}`)
      return answer.made
    },
    async query(name, input) {
      const { rows } = JSON.parse(await post(`${doorPaths.queries}/${name}`, { input }))
      return rows
    },
    async session() {
      const session: Session = JSON.parse(await (await ask(doorPaths.session)).text())
      return session
    },
    post,
    async *events() {
      const { body } = await ask(doorPaths.events)
      if (body === null) return
      let rest = ''
      for await (const part of body.pipeThrough(new TextDecoderStream())) {
        const lines = `${rest}${part}`.split('\n')
        rest = lines.pop() ?? ''
        for (const line of lines) {
          const event: DoorEvent = JSON.parse(line)
          yield event
        }
      }
    },
    async startLink() {
      const link = await wayIn(address, secret)
      if (link === undefined) throw new Error('the program gives no way in')
      return link
    },
  }
}

/** Waits until the program says that all of it is in the district's record. */
export async function inRecord(door: Door): Promise<void> {
  for await (const event of door.events())
    if ('sync' in event && event.sync.state === 'record' && event.sync.waitingCount === 0) return
}
