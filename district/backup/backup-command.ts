import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { codeOf } from '../../db/open/failure.ts'
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
  if (`${to}/`.startsWith(`${dataFolder}/`))
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
    if (made === 'damaged')
      return failed('The copy is not whole: the record itself is damaged.', error)
    out(`Copied to ${made.folder}`)
    out(`Its log ends at ${made.seal.link}:${made.seal.hash}`)
    out('The keys folder is not in it: keep a copy of that somewhere else.')
    return filesTold(made.blobs, out)
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
  folder_read_only: 'may not be written to.',
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
    return filesTold(done.blobs, out)
  } catch (thrown) {
    return notDone(thrown, dataFolder, error)
  }
}

function filesTold({ copied, there, damaged }: Copied, out: CommandParts['out']): BackupExit {
  out(`Files: ${copied} copied, ${there} there already, ${damaged.length} damaged.`)
  for (const name of damaged) out(`Damaged: ${name}`)
  return damaged.length === 0 ? 0 : 1
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

function failed(sentence: string, error: CommandParts['error']): BackupExit {
  error(sentence)
  return 2
}

/** What disk and system say, in a sentence; defects are thrown on. */
function notDone(thrown: unknown, folder: string, error: CommandParts['error']): BackupExit {
  const code = codeOf(thrown)
  if (code === undefined) throw thrown
  return failed(`${folder} ${notRestored[code]}`, error)
}
