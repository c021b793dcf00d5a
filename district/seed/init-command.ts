import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { codeOf } from '../../db/open/failure.ts'
import { lockFolder } from '../../db/open/lock.ts'
import { openedToLook } from '../database/opened-to-look.ts'
import { giveToOwner } from '../backup/give-to-owner.ts'
import { notOpenedSaid } from '../database/not-opened-said.ts'
import { keyProblemSaid } from '../keys/key-problem.ts'
import { masterKeyGiven } from '../keys/master-key-given.ts'
import type { Arguments } from '../listen/arguments.ts'
import { readArguments } from '../listen/arguments.ts'
import type { Program } from '../program.ts'
import { openProgram } from '../program.ts'
import type { TerminalWords } from '../terminal-words.ts'
import { firstInvitation } from './first-invitation.ts'

/** 0: done · 2: not done, and why was said · 64: wrong use. */
export type InitExit = 0 | 2 | 64

export interface InitParts {
  readonly env: NodeJS.ProcessEnv
  readonly said: TerminalWords
  clock(): number
  out(line: string): void
  error(line: string): void
}

/**
 * `init`: makes a district's folder, its keys, what it begins with and its first administrator, with their invitation;
 * takes what a start takes, and asks nothing. Where something is already, it touches nothing.
 */
export async function initCommand(args: readonly string[], parts: InitParts): Promise<InitExit> {
  const { env, said, error } = parts
  const words = said.commands.init
  const asked = readArguments(args, env, said.programs)
  if (typeof asked === 'string') {
    error(asked)
    return 64
  }
  if (asked.isDemo || asked.isRestored) {
    error(words.noDemo)
    return 64
  }
  const { dataFolder } = asked
  try {
    const taken = await takenBy(asked, said)
    if (taken !== undefined) {
      error(taken)
      return 2
    }
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
    const lock = lockFolder(dataFolder)
    if (!lock.locked) {
      error(said.programs.file[lock.code]({ file: dataFolder }))
      return 2
    }
    try {
      return await made(asked, parts)
    } finally {
      giveToOwner(dataFolder)
      lock.release()
    }
  } catch (thrown) {
    const code = codeOf(thrown)
    const why =
      keyProblemSaid(thrown, said.commands.keys) ??
      (code === undefined ? undefined : said.programs.file[code]({ file: dataFolder }))
    if (why === undefined) throw thrown
    error(why)
    return 2
  }
}

/** What is there already, in a sentence. A folder that something else is in stays what it is. */
async function takenBy(
  { dataFolder, databaseUrl }: Arguments,
  said: TerminalWords,
): Promise<string | undefined> {
  const words = said.commands.init
  const isDistrict = ['record.sqlite', 'keys'].some(name => existsSync(join(dataFolder, name)))
  if (isDistrict) return words.there({ folder: dataFolder })
  // A lock file is what an earlier try has left.
  const others = existsSync(dataFolder)
    ? readdirSync(dataFolder).filter(name => !name.startsWith('lock.db'))
    : []
  if (others.length > 0) return words.notEmpty({ folder: dataFolder })
  if (databaseUrl === undefined) return undefined
  const found = await openedToLook(dataFolder, databaseUrl, said)
  if (typeof found === 'string') return undefined
  await found.close()
  return words.databaseThere
}

async function made(
  args: Arguments,
  { env, said, clock, out, error }: InitParts,
): Promise<InitExit> {
  const words = said.commands.init
  const { dataFolder, host, port } = args
  const program = await openProgram({
    // It draws nothing: it ends at once.
    fontsFolders: [],
    ...args,
    masterKey: masterKeyGiven(args.masterKeyFile, env),
    listensAt: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    clock,
    logTo: { write: () => undefined },
    trace: false,
    isQuiet: true,
    onDatabaseTaken: () => undefined,
  })
  if ('failed' in program) {
    // Nothing was in the folder before: it can be tried again.
    for (const name of ['keys', 'published'])
      rmSync(join(dataFolder, name), { recursive: true, force: true })
    error(notOpenedSaid(program, said.programs))
    return 2
  }
  try {
    await told(program, args, out, said)
    return 0
  } finally {
    await program.close()
    out(words.next({ folder: dataFolder }))
  }
}

async function told(
  { house }: Program,
  { dataFolder, name }: Arguments,
  out: (line: string) => void,
  said: TerminalWords,
): Promise<void> {
  out(said.commands.init.done({ name, folder: dataFolder }))
  if (!house.secrets.isSealed) out(said.commands.keys.open({ folder: join(dataFolder, 'keys') }))
  const first = await firstInvitation(house, 'operator')
  if (first?.code !== undefined)
    out(said.programs.invitation({ name: first.name, code: first.code }))
}
