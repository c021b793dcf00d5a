import { mkdirSync } from 'node:fs'
import { pino } from 'pino'
import { lockFolder } from '../db/open/lock.ts'
import { shownUrl } from './database/database-url.ts'
import type { PostgresFailure } from '../db/open/postgres.ts'
import type { OpenFailure } from '../db/open/failure.ts'
import { commandIn } from './commands.ts'
import { readArguments } from './listen/arguments.ts'
import type { Arguments } from './listen/arguments.ts'
import { closeServer, listenOn, NotListening, serverBefore } from './listen/server.ts'
import type { RequestListener } from 'node:http'
import { SecretDamaged } from './keys/secrets.ts'
import type { NotOpened } from './database/databases.ts'
import type { Program } from './program.ts'
import { openProgram } from './program.ts'
import { demoInvitations } from './seed/demo-invitations.ts'
import { firstInvitation } from './seed/first-invitation.ts'

/** Why nothing was started, in a sentence. */
class NotStarted extends Error {}

const failures: Readonly<Record<OpenFailure | PostgresFailure | 'newer', string>> = {
  folder_read_only:
    'may not be written to. Give the right to write there, or choose another with --data.',
  disk_full: 'is on a disk without room. Make room and start again; nothing that was kept is lost.',
  in_use:
    'is in use by another district record. Each one needs a data folder and a database of its own.',
  cannot_open: 'cannot be opened. Choose another folder with --data.',
  unreachable: 'does not answer. Start it, or check host and port after --database.',
  not_let_in:
    'does not let this program in, or not make its tables. Check user, password and rights.',
  no_database: 'does not exist. Make it first, as UTF-8: createdb --encoding=UTF8.',
  not_utf8: 'does not keep its texts as UTF-8. Make one that does: createdb --encoding=UTF8.',
  newer: 'was written by a newer version of this program. Start that one.',
}

async function start(args: Arguments): Promise<void> {
  const { dataFolder, host } = args
  mkdirOrFail(dataFolder)
  const lock = lockFolder(dataFolder)
  if (!lock.locked) throw new NotStarted(`${dataFolder} ${failures[lock.code]}`)
  let handle: RequestListener | undefined
  const server = serverBefore(() => handle)
  const port = await listenOn(server, host, args.port)
  const listensAt = `http://${host.includes(':') ? `[${host}]` : host}:${port}`
  const program = await programOf(args, listensAt)
  const lines = await linesOf(args, program, listensAt)
  handle = program.handle
  process.stdout.write(lines.map(line => `${line}\n`).join(''))
  let isEnding = false
  const end = async () => {
    if (isEnding) return
    isEnding = true
    await closeServer(server)
    await program.close()
    lock.release()
    process.exit(0)
  }
  process.once('SIGTERM', () => void end())
  process.once('SIGINT', () => void end())
  if (!args.hasParent) return
  process.stdin.once('end', () => void end())
  process.stdin.once('error', () => void end())
  process.stdin.resume()
}

async function programOf(args: Arguments, listensAt: string): Promise<Program> {
  const program = await openProgram({
    ...args,
    listensAt,
    clock: Date.now,
    logTo: pino.destination({ dest: 2, sync: true }),
    trace: process.env['MERITFOLIO_TRACE'] === '1',
    onDatabaseTaken: () =>
      fail(
        `${args.databaseUrl === undefined ? 'The database' : shownUrl(args.databaseUrl)} ${failures.in_use}`,
      ),
    // A parent shows its own words in the same window.
    isQuiet: args.hasParent,
  })
  if ('failed' in program) throw new NotStarted(sentenceOf(program))
  return program
}

function sentenceOf({ file, failed, backup }: NotOpened): string {
  if (failed !== 'damaged') return `${file} ${failures[failed]}`
  const how =
    backup === undefined ? 'There is no whole copy.' : `The newest whole copy is ${backup}.`
  return `${file} is damaged and was left as it is. ${how} The README tells how to restore.`
}

/** What is said when all is ready: where it is, and the codes with which the first people come in. */
async function linesOf(
  args: Arguments,
  { house }: Program,
  address: string,
): Promise<readonly string[]> {
  const where = `District record at ${address}`
  const invitation = ({ name, code }: { name: string; code: string }) =>
    `Invitation for ${name}: ${code}`
  if (!args.isDemo) {
    const first = await firstInvitation(house)
    return first === undefined ? [where] : [where, invitation(first)]
  }
  const people = await demoInvitations(house, args.dataFolder)
  if (people === undefined)
    throw new NotStarted(
      `${args.dataFolder} holds a district that is no demo. Choose another folder with --data.`,
    )
  const ready = `ready ${JSON.stringify({ address, people })}`
  return [where, ...people.map(invitation), ready]
}

function mkdirOrFail(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    const isReadOnly = code === 'EACCES' || code === 'EROFS'
    const why = failures[isReadOnly ? 'folder_read_only' : 'cannot_open']
    throw new NotStarted(`${folder} ${why}`)
  }
}

/** What keeps the district from starting, in a sentence; `undefined` for a defect. */
function reasonOf(error: unknown, args: Arguments): string | undefined {
  if (error instanceof NotStarted) return error.message
  if (error instanceof SecretDamaged)
    return `${error.path} does not hold a key. Put the copy of the keys folder back; a new key would make another issuer.`
  if (!(error instanceof NotListening)) return undefined
  if (error.code === 'EADDRINUSE' || error.code === 'EACCES')
    return `Port ${args.port} is in use or not allowed. Choose another with --port, or 0 for any free one.`
  return `This computer has no address ${args.host} to listen at. Choose another with --host.`
}

function fail(sentence: string): never {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

// Nobody else on this computer reads what is written from here on.
process.umask(0o077)
const given = process.argv.slice(2)
const command = commandIn(given)
if (command !== undefined) process.exit(await command())
const args = readArguments(given, process.env)
if (typeof args === 'string') fail(args)
try {
  await start(args)
} catch (error) {
  const reason = reasonOf(error, args)
  if (reason === undefined) throw error
  fail(reason)
}
