import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { codeOf } from '../db/open/failure.ts'
import { lockFolder } from '../db/open/lock.ts'
import { logTo } from './door/log-to.ts'
import { shownUrl } from './database/database-url.ts'
import { commandIn } from './commands.ts'
import { terminalWords } from './terminal-words.ts'
import { readArguments } from './listen/arguments.ts'
import type { Arguments } from './listen/arguments.ts'
import { keepLastStart } from './listen/last-start.ts'
import { endServer, listenOn, NotListening, serverBefore } from './listen/server.ts'
import type { RequestListener } from 'node:http'
import { keyProblemSaid } from './keys/key-problem.ts'
import { masterKeyGiven } from './keys/master-key-given.ts'
import { notOpenedSaid } from './database/not-opened-said.ts'
import type { Program } from './program.ts'
import { openProgram } from './program.ts'
import { demoInvitations } from './seed/demo-invitations.ts'
import type { FirstInvitation } from './seed/first-invitation.ts'
import { firstInvitation } from './seed/first-invitation.ts'

/** The screens' fonts where they were built, from the sources or in a package; else the letters of reports. */
const fontsFolders = ['../dist/renderer/', '../renderer/assets/', '../content/letters/'].map(
  folder => fileURLToPath(new URL(folder, import.meta.url)),
)

/** Why nothing was started, in a sentence. */
class NotStarted extends Error {}

/** So long after it was told to, a district has ended, whatever it was doing (ms). */
const endMsMax = 9_000

async function start(args: Arguments): Promise<void> {
  const { dataFolder, host } = args
  mkdirOrFail(dataFolder)
  const lock = lockFolder(dataFolder)
  if (!lock.locked) throw new NotStarted(words.file[lock.code]({ file: dataFolder }))
  let handle: RequestListener | undefined
  const server = serverBefore(() => handle)
  const port = await listenOn(server, host, args.port)
  const listensAt = `http://${host.includes(':') ? `[${host}]` : host}:${port}`
  const program = await programOf(args, listensAt)
  keepLastStart(dataFolder, {
    at: Date.now(),
    listensAt,
    publicUrl: args.publicUrl ?? null,
    isBehindProxy: args.isBehindProxy,
  })
  const lines = await linesOf(args, program, listensAt)
  handle = program.handle
  process.stdout.write(lines.map(line => `${line}\n`).join(''))
  let isEnding = false
  const end = async () => {
    if (isEnding) return
    isEnding = true
    // What takes longer than this is cut: nothing that was answered depends on it.
    setTimeout(() => process.exit(0), endMsMax).unref()
    program.endSoon()
    await endServer(server)
    await program.close()
    lock.release()
    process.exit(0)
  }
  // Told a second time, by whichever signal, it waits for nobody.
  const told = () => (isEnding ? process.exit(0) : void end())
  process.on('SIGTERM', told)
  process.on('SIGINT', told)
  if (!args.hasParent) return
  process.stdin.once('end', () => void end())
  process.stdin.once('error', () => void end())
  process.stdin.resume()
}

async function programOf(args: Arguments, listensAt: string): Promise<Program> {
  const program = await openProgram({
    ...args,
    listensAt,
    masterKey: args.isDemo ? undefined : masterKeyGiven(args.masterKeyFile, process.env),
    clock: Date.now,
    fontsFolders,
    logTo: logTo(2),
    trace: process.env['MERITFOLIO_TRACE'] === '1',
    onDatabaseTaken: () =>
      fail(
        words.file.in_use({
          file: args.databaseUrl === undefined ? 'PostgreSQL' : shownUrl(args.databaseUrl),
        }),
      ),
    // A parent shows its own words in the same window.
    isQuiet: args.hasParent,
  })
  if ('failed' in program) throw new NotStarted(notOpenedSaid(program, words))
  return program
}

/** What is said when all is ready: where it is, and the codes with which the first people come in. */
async function linesOf(
  args: Arguments,
  { house }: Program,
  address: string,
): Promise<readonly string[]> {
  const where = words.at({ address })
  if (!args.isDemo) {
    const first = await firstInvitation(house)
    const keys = house.secrets.isSealed
      ? []
      : [said.commands.keys.open({ folder: join(args.dataFolder, 'keys') })]
    return [where, ...keys, ...(first === undefined ? [] : [invitedSaid(first)])]
  }
  const people = await demoInvitations(house, args.dataFolder)
  if (people === undefined) throw new NotStarted(words.noDemo({ folder: args.dataFolder }))
  const ready = `ready ${JSON.stringify({ address, people })}`
  return [where, ...people.map(words.invitation), ready]
}

function invitedSaid({ name, code, expiresAt }: FirstInvitation): string {
  const day = new Date(expiresAt).toISOString().slice(0, 10)
  return code === undefined ? words.invited({ name, day }) : words.invitation({ name, code })
}

function mkdirOrFail(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    const isReadOnly = code === 'EACCES' || code === 'EROFS'
    const why = isReadOnly ? 'folder_read_only' : 'cannot_open'
    throw new NotStarted(words.file[why]({ file: folder }))
  }
}

/** What keeps the district from starting, in a sentence; `undefined` for a defect. */
function reasonOf(error: unknown, args: Arguments): string | undefined {
  if (error instanceof NotStarted) return error.message
  const aboutKeys = keyProblemSaid(error, said.commands.keys)
  if (aboutKeys !== undefined) return aboutKeys
  if (codeOf(error) === 'disk_full') return words.file.disk_full({ file: args.dataFolder })
  if (!(error instanceof NotListening)) return undefined
  if (error.code === 'EADDRINUSE' || error.code === 'EACCES')
    return words.portBusy({ port: args.port })
  return words.noHost({ host: args.host })
}

function fail(sentence: string): never {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

// Whoever read its lines may be gone, or their disk full: no reason to end.
process.stdout.on('error', () => undefined)
process.stderr.on('error', () => undefined)
// Nobody else on this computer reads what is written from here on.
process.umask(0o077)
const given = process.argv.slice(2)
const said = terminalWords(process.env)
const words = said.programs
const command = commandIn(given, said)
if (command !== undefined) process.exit(await command())
const args = readArguments(given, process.env, words)
if (typeof args === 'string') fail(args)
try {
  await start(args)
} catch (error) {
  const reason = reasonOf(error, args)
  if (reason === undefined) throw error
  fail(reason)
}
