import { existsSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { connect, isPlain, keyText } from './connect.ts'
import type { FileKey } from './connect.ts'
import { flushFile, flushFolder } from './flush.ts'

/** How a file is called that has not got its new key whole yet. */
export const reEncryptedEnding = '.re-encrypted'

/**
 * Gives a closed SQLite file another key, or the first, or none (`to` undefined). The new file gets the old one's
 * name when it is whole and on disk, so that a stop at any moment leaves one of the two; called again, it goes on.
 * A file that is as it should be already stays untouched. Throws what SQLite and the file system say.
 */
export function reEncrypt(path: string, from: FileKey | undefined, to: FileKey | undefined): void {
  const unfinished = `${path}${reEncryptedEnding}`
  remove(unfinished)
  if (!existsSync(path)) return
  const isDone = to === undefined ? isPlain(path) : !isPlain(path) && from === undefined
  if (isDone) return
  const db = connect(path, {}, from)
  try {
    // What stands in the log beside the file belongs to it.
    db.pragma('wal_checkpoint(truncate)')
    db.pragma('journal_mode = delete')
    db.prepare('vacuum into ?').run(unfinished)
  } finally {
    db.close()
  }
  const copy = connect(unfinished, {}, from)
  try {
    copy.pragma('journal_mode = memory')
    copy.pragma(`rekey = ${to === undefined ? "''" : keyText(to)}`)
    if (copy.pragma('quick_check(1)', { simple: true }) !== 'ok')
      throw new Error('the re-encrypted file is not whole')
  } finally {
    copy.close()
  }
  flushFile(unfinished)
  renameSync(unfinished, path)
  flushFolder(dirname(path))
  for (const suffix of ['-wal', '-shm', '-journal']) rmSync(`${path}${suffix}`, { force: true })
}

function remove(path: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(`${path}${suffix}`, { force: true })
}
