import { createHash } from 'node:crypto'
import { createReadStream, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'

/** The bytes of evidence on this computer, each file under its own hash. */
export interface BlobStore {
  readonly folder: string
  /** Where a file is written until it is whole. */
  unfinished(id: string): string
  pathOf(sha256: string): string
  has(sha256: string): boolean
  /** Gives a whole, flushed file its name; `again` when it was there. */
  keep(unfinished: string, sha256: string): Promise<{ readonly again: boolean }>
  /** Size in bytes of a file whose content is what its name says, or `undefined`: not here, or damaged. */
  checked(sha256: string): Promise<number | undefined>
}

const shape = /^[0-9a-f]{64}$/

/** Opens the folder and removes what an earlier run left unfinished. */
export function blobStoreIn(folder: string): BlobStore {
  const unfinishedIn = join(folder, 'unfinished')
  mkdirSync(unfinishedIn, { recursive: true, mode: 0o700 })
  for (const name of readdirSync(unfinishedIn)) rmSync(join(unfinishedIn, name), { force: true })
  const checked = new Map<string, number>()

  const pathOf = (sha256: string): string => {
    if (!shape.test(sha256)) throw new TypeError('not a SHA-256')
    return join(folder, sha256.slice(0, 2), sha256)
  }
  return {
    folder,
    pathOf,
    unfinished: id => join(unfinishedIn, id),
    has: sha256 => shape.test(sha256) && existsSync(pathOf(sha256)),
    async keep(unfinished, sha256) {
      const path = pathOf(sha256)
      const again = existsSync(path)
      mkdirSync(join(folder, sha256.slice(0, 2)), { recursive: true, mode: 0o700 })
      // Also over an earlier copy: this one was just hashed, that one may have been damaged since.
      await rename(unfinished, path)
      await flushFolder(join(folder, sha256.slice(0, 2)))
      checked.delete(sha256)
      return { again }
    },
    async checked(sha256) {
      if (!shape.test(sha256) || !existsSync(pathOf(sha256))) return undefined
      const { size, mtimeMs } = statSync(pathOf(sha256))
      if (checked.get(sha256) === mtimeMs) return size
      if ((await sha256Of(pathOf(sha256))) !== sha256) return undefined
      checked.set(sha256, mtimeMs)
      return size
    },
  }
}

/** SHA-256 (hex) of a file's bytes. */
async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

/** Makes a new name last over a power cut; systems that can't flush a folder keep names by themselves. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
