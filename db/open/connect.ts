import Database from 'better-sqlite3'
import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs'

/** A raw key of 32 bytes, for ChaCha20-Poly1305 page by page (SQLite3 Multiple Ciphers). */
export type FileKey = Uint8Array

export const fileKeyBytes = 32
/** How each SQLite file begins that is not encrypted (sqlite.org/fileformat2.html, section 1.3). */
const plainBeginning = 'SQLite format 3\0'

/** Whether a file can be read without a key. One that is absent or empty is neither: it takes the key it is opened with. */
export function isPlain(path: string): boolean {
  return beginningOf(path) === plainBeginning
}

/** Whether a file is there, has something in it, and can't be read without a key, or not at all. */
export function isSealed(path: string): boolean {
  return existsSync(path) && statSync(path).size > 0 && !isPlain(path)
}

/**
 * Opens a SQLite file, the one place where that happens. `key`: the folder's, for a file that is or will be
 * encrypted; a plain one that still waits to be encrypted is opened as it is.
 */
export function connect(
  path: string,
  options: Database.Options,
  key: FileKey | undefined,
): Database.Database {
  const isKeyed = key !== undefined && path !== ':memory:' && !isPlain(path)
  const db = new Database(path, options)
  if (isKeyed) db.pragma(`key = ${keyText(key)}`)
  return db
}

/** The key as a pragma takes it: raw, so that no password derivation is paid at each start. */
export function keyText(key: FileKey): string {
  if (key.byteLength !== fileKeyBytes) throw new TypeError('a file key has 32 bytes')
  return `'raw:${Buffer.from(key).toString('hex')}'`
}

function beginningOf(path: string): string {
  let file: number | undefined
  try {
    file = openSync(path, 'r')
    const beginning = Buffer.alloc(plainBeginning.length)
    readSync(file, beginning, 0, beginning.length, 0)
    return beginning.toString('latin1')
  } catch (error) {
    // No file yet, or one that may not be read: opening it says which.
    if (error instanceof Error && 'code' in error) return ''
    throw error
  } finally {
    if (file !== undefined) closeSync(file)
  }
}
