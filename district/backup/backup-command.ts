import { existsSync, realpathSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { isAbsent } from '../evidence/is-absent.ts'
import { codeOf } from '../../db/open/failure.ts'
import type { CommandWords } from '../../words/shell-words.ts'
import { keyProblemSaid } from '../keys/key-problem.ts'
import { noteHealth } from '../health/notes.ts'
import { defaultFolder } from '../listen/arguments.ts'
import type { Noted } from '../health/notes.ts'
import type { TerminalWords } from '../terminal-words.ts'
import { backUp } from './backup.ts'
import { drillCommand } from './drill-command.ts'
import type { Copied } from './files.ts'
import { restore } from './restore.ts'
import { thinBlobs } from './thin.ts'

/** 0: done · 1: done, and something in it is damaged · 2: not done, and why was said · 64: wrong use. */
export type BackupExit = 0 | 1 | 2 | 64

export interface CommandParts {
  readonly env: NodeJS.ProcessEnv
  readonly words: CommandWords
  /** Also what the program itself says of folders and databases. */
  readonly said: TerminalWords
  readonly now: number
  /** Set once the person has stopped it. */
  readonly signal: AbortSignal
  out(line: string): void
  /** A line that the next one takes the place of. */
  progress(line: string): void
  error(line: string): void
}

/** `backup`: a copy of a district, also while it runs. */
export async function backupCommand(
  args: readonly string[],
  parts: CommandParts,
): Promise<BackupExit> {
  const { env, now, signal, out, error, words } = parts
  const asked = valuesOf(() =>
    parseArgs({
      args: [...args],
      options: {
        data: { type: 'string' },
        to: { type: 'string' },
        thin: { type: 'boolean', default: false },
        noted: { type: 'boolean', default: false },
      },
    }),
  )
  if (typeof asked !== 'string' && asked.noted)
    return noted('backup', resolve(asked.data ?? defaultFolder(env)), parts)
  if (typeof asked === 'string' || asked.to === undefined)
    return wrongUse(asked, words.backup.noTarget, words.backup.use, error)
  if (env['MERITFOLIO_DATABASE'] !== undefined) return failed(words.backup.onPostgres, error)
  const dataFolder = resolve(asked.data ?? defaultFolder(env))
  if (!existsSync(join(dataFolder, 'record.sqlite')))
    return failed(words.noDistrict({ folder: dataFolder }), error)
  const to = resolve(asked.to)
  if (`${realOf(to)}/`.startsWith(`${realOf(dataFolder)}/`))
    return failed(words.backup.within, error)
  try {
    const made = await backUp({
      dataFolder,
      to,
      now,
      onProgress: progressIn(parts),
      isStopped: () => signal.aborted,
    })
    if (made === 'stopped') return failed(words.backup.stopped, error)
    if (made === 'damaged') return failed(words.backup.damaged, error)
    if ('unreadable' in made)
      return failed(words.backup.unreadable({ file: made.unreadable }), error)
    out(words.backup.done({ folder: made.folder }))
    if (made.seal !== undefined)
      out(words.backup.seal({ seal: `${made.seal.link}:${made.seal.hash}` }))
    out(words.backup.noKeys)
    const faults = made.blobs.damaged.length + made.lacking.length
    noteHealth(dataFolder, 'backup', { at: now, faults })
    const told = filesTold(made, parts)
    if (asked.thin) {
      const thinned = await thinBlobs(to, now)
      out('notTold' in thinned ? words.backup.notThinned(thinned) : words.backup.thinned(thinned))
    }
    return told
  } catch (thrown) {
    return notDone(thrown, to, parts)
  }
}

/** `restore`: puts a copy in place of a stopped district's records. */
export async function restoreCommand(
  args: readonly string[],
  parts: CommandParts,
): Promise<BackupExit> {
  const { env, now, signal, out, error, words } = parts
  const asked = valuesOf(() =>
    parseArgs({
      args: [...args],
      options: {
        data: { type: 'string' },
        from: { type: 'string' },
        'with-accounts': { type: 'boolean', default: false },
        try: { type: 'boolean', default: false },
        scratch: { type: 'string' },
        noted: { type: 'boolean', default: false },
      },
    }),
  )
  if (typeof asked !== 'string' && asked.noted)
    return noted('drill', resolve(asked.data ?? defaultFolder(env)), parts)
  if (typeof asked === 'string' || asked.from === undefined)
    return wrongUse(asked, words.restore.noSource, words.restore.use, error)
  if (env['MERITFOLIO_DATABASE'] !== undefined) return failed(words.backup.onPostgres, error)
  const dataFolder = resolve(asked.data ?? defaultFolder(env))
  const from = resolve(asked.from)
  try {
    if (asked.try) {
      const { scratch } = asked
      return await drillCommand({
        ...{ dataFolder, from, scratch, now, signal, out, error },
        said: parts.said,
        onProgress: progressIn(parts),
      })
    }
    const done = await restore({
      dataFolder,
      from,
      withAccounts: asked['with-accounts'],
      now,
      onProgress: progressIn(parts),
      isStopped: () => signal.aborted,
    })
    if (typeof done === 'string') {
      const isOfCopy = done === 'no_backup' || done === 'damaged' || done === 'newer'
      return failed(words.restore.not[done]({ file: isOfCopy ? from : dataFolder }), error)
    }
    // Nothing tries a copy better than living from it.
    noteHealth(dataFolder, 'drill', {
      at: now,
      faults: done.blobs.damaged.length + done.lacking.length,
    })
    out(words.restore.done({ folder: dataFolder }))
    out(done.withAccounts ? words.restore.accountsTaken : words.restore.accountsStay)
    if (done.publishedTaken) out(words.restore.publishedTaken)
    out(words.restore.rolesAgain)
    if (done.before !== undefined) out(words.restore.before({ folder: done.before }))
    return filesTold(done, parts)
  } catch (thrown) {
    return notDone(thrown, dataFolder, parts)
  }
}

/** What was done with other tools: PostgreSQL's own, or a snapshot of the disk. The operator's word is all there is. */
function noted(
  what: Noted,
  dataFolder: string,
  { now, out, error, words }: CommandParts,
): BackupExit {
  if (!existsSync(dataFolder)) return failed(words.noDistrict({ folder: dataFolder }), error)
  noteHealth(dataFolder, what, { at: now, faults: 0 })
  out(words.noted)
  return 0
}

function filesTold(
  { blobs, lacking }: { readonly blobs: Copied; readonly lacking: readonly string[] },
  { out, words: { backup: said } }: Pick<CommandParts, 'out' | 'words'>,
): BackupExit {
  const { copied, there, damaged } = blobs
  out(said.files({ copied, there, damaged: damaged.length, missing: lacking.length }))
  for (const name of damaged) out(said.fileDamaged({ name }))
  for (const name of lacking) out(said.fileMissing({ name }))
  return damaged.length + lacking.length === 0 ? 0 : 1
}

/** A path without the links in it, also where its end is not there yet. */
function realOf(path: string): string {
  const parent = dirname(path)
  if (existsSync(path)) return realpathSync(path)
  return parent === path ? path : join(realOf(parent), basename(path))
}

const progressIn =
  ({ progress, words }: CommandParts) =>
  (done: number, all: number) =>
    progress(words.backup.progress({ done, all }))

function valuesOf<V>(parse: () => { readonly values: V }): V | string {
  try {
    return parse().values
  } catch (thrown) {
    return thrown instanceof Error ? thrown.message : String(thrown)
  }
}

function wrongUse(
  asked: unknown,
  missing: string,
  use: string,
  error: CommandParts['error'],
): BackupExit {
  error(typeof asked === 'string' ? asked : missing)
  error(use)
  return 64
}

/** What the file system was asked about when it said no; SQLite does not tell. */
function pathIn(thrown: unknown): string | undefined {
  if (!(thrown instanceof Error && 'path' in thrown)) return undefined
  const { path } = thrown
  const isOfTarget = 'dest' in thrown && codeOf(thrown) === 'disk_full'
  return isOfTarget ? String(thrown.dest) : String(path)
}

function failed(sentence: string, error: CommandParts['error']): BackupExit {
  error(sentence)
  return 2
}

/** What disk and system say, in a sentence; defects are thrown on. */
function notDone(thrown: unknown, folder: string, { error, words }: CommandParts): BackupExit {
  const aboutKeys = keyProblemSaid(thrown, words.keys)
  if (aboutKeys !== undefined) return failed(aboutKeys, error)
  const file = pathIn(thrown) ?? folder
  const code = codeOf(thrown)
  if (code !== undefined) return failed(words.restore.not[code]({ file }), error)
  if (!isAbsent(thrown)) throw thrown
  return failed(words.backup.vanished({ file }), error)
}
