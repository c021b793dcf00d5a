import {
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { copyFile, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { ifThere, isAbsent } from '../evidence/is-absent.ts'
import { unfinishedEnding } from '../../db/open/copy.ts'
import { flushFile, flushFolder } from '../../db/open/flush.ts'
import { sha256Of } from '../evidence/sha256-of.ts'

/** Paths of all files below a folder, in order; none where there is no folder. */
export function filesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter(entry => entry.isFile() && !entry.name.endsWith(unfinishedEnding))
    .map(entry => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .toSorted()
}

/** Copies one file so that it has its name only when it is complete and on disk. */
export async function copyWhole(from: string, to: string): Promise<void> {
  mkdirSync(dirname(to), { recursive: true, mode: 0o700 })
  // Of this process alone: another backup may be at the same file.
  const unfinished = `${to}.${process.pid}${unfinishedEnding}`
  try {
    await copyFile(from, unfinished, constants.COPYFILE_FICLONE)
    flushFile(unfinished)
    renameSync(unfinished, to)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
  flushFolder(dirname(to))
}

const leftMs = 24 * 3_600_000

/** Removes what a process that was killed has left half, a day later: until then another one may be at it. */
export function clearUnfinished(folder: string, now: number): void {
  if (!existsSync(folder)) return
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name)
    if (!entry.name.endsWith(unfinishedEnding) || !existsSync(path)) continue
    if (now - statSync(path).mtimeMs > leftMs) rmSync(path, { recursive: true, force: true })
  }
}

/** What became of the files that were to be copied. */
export interface Copied {
  readonly copied: number
  readonly there: number
  /** Named for a content that they don't have: left where they are. */
  readonly damaged: readonly string[]
}

export interface CopyParts {
  readonly from: string
  readonly to: string
  /** Reads what is there already through too, and replaces what is damaged; else its size is believed. */
  readonly isChecked: boolean
  onProgress(done: number, all: number): void
  /** Asked before each. */
  isStopped(): boolean
}

/**
 * Copies files that are named for their SHA-256 where they lack, each read through first: what is damaged is not
 * carried on, and never takes the place of a whole one. A district that runs meanwhile may have let go of one: it is passed over.
 */
export async function copyBlobs(parts: CopyParts): Promise<Copied> {
  const { from, to, isChecked, onProgress, isStopped } = parts
  const names = filesIn(from)
  const damaged: string[] = []
  let copied = 0
  let gone = 0
  const copy = async (name: string): Promise<void> => {
    const [source, target] = [join(from, name), join(to, name)]
    const isThere = await isSameSize(source, target)
    if (isThere && (!isChecked || name.endsWith(await sha256Of(target)))) return
    if (!name.endsWith(await sha256Of(source))) {
      damaged.push(name)
      return
    }
    await copyWhole(source, target)
    copied += 1
  }
  for (const [at, name] of names.entries()) {
    if (isStopped()) break
    onProgress(at, names.length)
    try {
      await copy(name)
    } catch (error) {
      // Whatever else the disk says of it is told.
      if (existsSync(join(from, name)) || !isAbsent(error)) throw error
      gone += 1
    }
  }
  onProgress(names.length, names.length)
  return { copied, there: names.length - copied - gone - damaged.length, damaged }
}

async function isSameSize(source: string, target: string): Promise<boolean> {
  const found = await ifThere(stat(target))
  return found !== undefined && found.size === (await stat(source)).size
}
