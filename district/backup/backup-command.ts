import { existsSync, realpathSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { codeOf } from '../../db/open/failure.ts'
import { SecretDamaged } from '../keys/secrets.ts'
import { defaultFolder } from '../listen/arguments.ts'
import { backUp } from './backup.ts'
import type { Copied } from './files.ts'
import type { NotRestored } from './restore.ts'
import { restore } from './restore.ts'

/** 0: done · 1: done, and something in it is damaged · 2: not done, and why was said · 64: wrong use. */
export type BackupExit = 0 | 1 | 2 | 64

export interface CommandParts {
  readonly env: NodeJS.ProcessEnv
  readonly now: number
  /** Set once the person has stopped it. */
  readonly signal: AbortSignal
  out(line: string): void
  /** A line that the next one takes the place of. */
  progress(line: string): void
  error(line: string): void
}

const use = {
  backup: 'Use: backup [--data DIR] --to FOLDER',
  restore: 'Use: restore [--data DIR] --from FOLDER/copies/DATE [--with-accounts]',
}
const onPostgres =
  'A district on PostgreSQL is copied by its own tools (pg_dump); its folder with files and keys by yours.'

/** `backup`: a copy of a district, also while it runs. */
export async function backupCommand(
  args: readonly string[],
  parts: CommandParts,
): Promise<BackupExit> {
  const { env, now, signal, out, error } = parts
  const asked = valuesOf(() =>
    parseArgs({ args: [...args], options: { data: { type: 'string' }, to: { type: 'string' } } }),
  )
  if (typeof asked === 'string' || asked.to === undefined)
    return wrongUse(asked, 'backup', 'Where the copy goes is missing: --to.', error)
  if (env['MERITFOLIO_DATABASE'] !== undefined) return failed(onPostgres, error)
  const dataFolder = resolve(asked.data ?? defaultFolder(env))
  if (!existsSync(join(dataFolder, 'record.sqlite')))
    return failed(`${dataFolder} holds no district record. Name its folder with --data.`, error)
  const to = resolve(asked.to)
  if (`${realOf(to)}/`.startsWith(`${realOf(dataFolder)}/`))
    return failed(
      'A copy in the folder that it is a copy of is lost with it. Choose another.',
      error,
    )
  try {
    const made = await backUp({
      dataFolder,
      to,
      now,
      onProgress: progressIn(parts),
      isStopped: () => signal.aborted,
    })
    if (made === 'stopped')
      return failed('Stopped. What was copied of the files helps the next one.', error)
    if (made === 'damaged') return failed('There is no copy: the record itself is damaged.', error)
    if ('unreadable' in made)
      return failed(
        `${made.unreadable} can't be read. Copy as the user to whom the district belongs.`,
        error,
      )
    out(`Copied to ${made.folder}`)
    if (made.seal !== undefined) out(`Its log ends at ${made.seal.link}:${made.seal.hash}`)
    out('The keys folder is not in it: keep a copy of that somewhere else.')
    return filesTold(made, out)
  } catch (thrown) {
    return notDone(thrown, to, error)
  }
}

const notRestored: Readonly<Record<NotRestored, string>> = {
  no_backup: 'is no copy of a district: name one of the folders in copies/.',
  damaged: 'is not whole. Take an older copy.',
  no_keys:
    'lacks its keys folder. Put the copy of that in place first, or it would be another district.',
  in_use: 'is in use: stop the district first.',
  folder_read_only: 'may not be read or written by this user.',
  disk_full: 'is on a disk without room.',
  cannot_open: 'cannot be opened.',
}

/** `restore`: puts a copy in place of a stopped district's records. */
export async function restoreCommand(
  args: readonly string[],
  parts: CommandParts,
): Promise<BackupExit> {
  const { env, now, signal, out, error } = parts
  const asked = valuesOf(() =>
    parseArgs({
      args: [...args],
      options: {
        data: { type: 'string' },
        from: { type: 'string' },
        'with-accounts': { type: 'boolean', default: false },
      },
    }),
  )
  if (typeof asked === 'string' || asked.from === undefined)
    return wrongUse(asked, 'restore', 'Which copy is missing: --from.', error)
  if (env['MERITFOLIO_DATABASE'] !== undefined) return failed(onPostgres, error)
  const dataFolder = resolve(asked.data ?? defaultFolder(env))
  const from = resolve(asked.from)
  try {
    const done = await restore({
      dataFolder,
      from,
      withAccounts: asked['with-accounts'],
      now,
      onProgress: progressIn(parts),
      isStopped: () => signal.aborted,
    })
    if (typeof done === 'string') {
      const isOfCopy = done === 'no_backup' || done === 'damaged'
      return failed(`${isOfCopy ? from : dataFolder} ${notRestored[done]}`, error)
    }
    out(
      `Restored to ${dataFolder}. Start the district: every computer begins anew and sends what the copy lacks.`,
    )
    if (!done.withAccounts)
      out('Accounts stayed as they were: nobody who was locked out since comes in again.')
    if (done.before !== undefined) out(`What was there before lies in ${done.before}`)
    return filesTold(done, out)
  } catch (thrown) {
    return notDone(thrown, dataFolder, error)
  }
}

function filesTold(
  { blobs, lacking }: { readonly blobs: Copied; readonly lacking: readonly string[] },
  out: CommandParts['out'],
): BackupExit {
  const { copied, there, damaged } = blobs
  out(
    `Files: ${copied} copied, ${there} there already, ${damaged.length} damaged, ${lacking.length} missing.`,
  )
  for (const name of damaged) out(`Damaged: ${name}`)
  for (const name of lacking) out(`Missing: ${name}`)
  return damaged.length + lacking.length === 0 ? 0 : 1
}

/** A path without the links in it, also where its end is not there yet. */
function realOf(path: string): string {
  const parent = dirname(path)
  if (existsSync(path)) return realpathSync(path)
  return parent === path ? path : join(realOf(parent), basename(path))
}

const progressIn =
  ({ progress }: CommandParts) =>
  (done: number, all: number) =>
    progress(`Files: ${done} of ${all}`)

function valuesOf<V>(parse: () => { readonly values: V }): V | string {
  try {
    return parse().values
  } catch (thrown) {
    return thrown instanceof Error ? thrown.message : String(thrown)
  }
}

function wrongUse(
  asked: unknown,
  what: keyof typeof use,
  missing: string,
  error: CommandParts['error'],
): BackupExit {
  error(typeof asked === 'string' ? asked : missing)
  error(use[what])
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
function notDone(thrown: unknown, folder: string, error: CommandParts['error']): BackupExit {
  if (thrown instanceof SecretDamaged)
    return failed(
      `${thrown.path} does not hold a key. Put the copy of the keys folder back.`,
      error,
    )
  const at = pathIn(thrown) ?? folder
  const code = codeOf(thrown)
  if (code !== undefined) return failed(`${at} ${notRestored[code]}`, error)
  if (!(thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT')) throw thrown
  return failed(`${at} is not there any more.`, error)
}
