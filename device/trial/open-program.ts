import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CommandAnswer } from '../../contract/device/door.ts'
import type { QueryInput, QueryName, QueryRows } from '../../contract/device/queries.ts'
import { listenOn, loopbackHost } from '../listen/port.ts'
import { closeServer, serverBefore } from '../listen/server.ts'
import type { Origins } from '../house.ts'
import type { Program, ProgramParts } from '../program.ts'
import { createProgram } from '../program.ts'

/** A program behind real ports, for tests, with what a page of ours would send along. */
export interface OpenProgram {
  readonly dataFolder: string
  readonly origins: Origins
  readonly program: Program
  /** What went into the log: where, and the error. */
  readonly logged: readonly { readonly where: string; readonly error: unknown }[]
  /** A request as our own page makes it. */
  knock(path: string, init?: RequestInit): Promise<Response>
  post(path: string, value: unknown): Promise<Response>
  command(name: string, input: unknown): Promise<CommandAnswer>
  query<N extends QueryName>(name: N, input: QueryInput<N>): Promise<QueryRows<N>>
  close(): Promise<void>
}

/** A folder that is gone after `close`, with small built pages. */
export function trialFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'meritfolio-trial-'))
  for (const page of ['renderer', 'viewer']) {
    mkdirSync(join(path, page, 'assets'), { recursive: true })
    writeFileSync(join(path, page, 'index.html'), `<!doctype html><title>${page}</title>`)
    writeFileSync(join(path, page, 'assets', 'main-0123abcd.js'), 'export {}')
  }
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

/** Opens a program in a trial folder; `data` names the folder of its data in there. */
export async function openProgram(
  folder: string,
  parts: Partial<ProgramParts> = {},
  data = 'data',
): Promise<OpenProgram> {
  let program: Program | undefined
  const servers: Server[] = [
    serverBefore(() => program?.fetch),
    serverBefore(() => program?.viewerFetch),
  ]
  const [screen = 0, viewer = 0] = await Promise.all(servers.map(server => listenOn(server, 0)))
  const origins = {
    screen: `http://${loopbackHost}:${screen}`,
    viewer: `http://${loopbackHost}:${viewer}`,
  }
  const logged: { where: string; error: unknown }[] = []
  const dataFolder = join(folder, data)
  const made = await createProgram({
    dataFolder,
    rendererFolder: join(folder, 'renderer'),
    viewerFolder: join(folder, 'viewer'),
    origins,
    isGuarded: true,
    clock: Date.now,
    random: Math.random,
    deviceName: 'trial',
    locale: 'en-US',
    timeZone: 'UTC',
    // Tests of the road don't wait for a change of mind; those of the wait say how long.
    holdMs: {},
    log: (where, error) => void logged.push({ where, error }),
    ...parts,
  })
  if ('failed' in made) throw new Error(made.failed)
  program = made
  const headers = { 'x-meritfolio': made.secret, 'sec-fetch-site': 'same-origin' }
  const knock = (path: string, init: RequestInit = {}) =>
    fetch(`${origins.screen}${path}`, {
      ...init,
      headers: { ...headers, ...Object.fromEntries(new Headers(init.headers)) },
    })
  const post = (path: string, value: unknown) =>
    knock(path, { method: 'POST', body: JSON.stringify(value) })
  return {
    dataFolder,
    origins,
    program: made,
    logged,
    knock,
    post,
    async command(name, input) {
      const told: CommandAnswer = JSON.parse(
        await (await post('/api/commands', { name, input })).text(),
      )
      return told
    },
    async query(name, input) {
      const answer = await post(`/api/queries/${name}`, { input })
      if (!answer.ok) throw new Error(await answer.text())
      const { rows } = JSON.parse(await answer.text())
      return rows
    },
    async close() {
      await made.close()
      await Promise.all(servers.map(closeServer))
    },
  }
}
