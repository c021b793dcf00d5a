import { mkdirSync } from 'node:fs'
import { open, rename, stat, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { ifThere } from './is-absent.ts'
import type { Alone } from './alone.ts'
import { aloneByName } from './alone.ts'
import { sha256Of } from './sha256-of.ts'

/** Evidence bytes of the district, each file under its own SHA-256: `ab/<sha256>`. */
export interface BlobFolder {
  readonly folder: string
  pathOf(sha256: string): string
  /**
   * Flushes a whole file and, when it is what it should be, gives it its name for good. `came`: the SHA-256 of its bytes as
   * they came; without it, it is hashed from the disk.
   */
  keep(unfinished: string, sha256: string, came?: string): Promise<'kept' | 'hash_mismatch'>
  /**
   * Size in bytes of a file whose content is what its name says; `undefined`: not here, or damaged. A file that did
   * not change since it was last read through is believed, unless `anew`.
   */
  checked(sha256: string, anew?: boolean): Promise<number | undefined>
  /** Does something about one file while nothing else that asks like this is done about it. */
  readonly alone: Alone
  /** Takes a file away. Its size in bytes; `undefined`: it was not here. */
  remove(sha256: string): Promise<number | undefined>
}

const shape = /^[0-9a-f]{64}$/

/** How many files' last checks are remembered. */
const rememberedMax = 100_000

/** The files of a folder, which is made where it isn't there. */
export function blobFolderIn(folder: string): BlobFolder {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const remembered = new Map<string, string>()
  const running = new Map<string, Promise<number | undefined>>()

  const pathOf = (sha256: string): string => {
    if (!shape.test(sha256)) throw new TypeError('not a SHA-256')
    return join(folder, sha256.slice(0, 2), sha256)
  }
  const remember = (sha256: string, mark: string) => {
    remembered.set(sha256, mark)
    const [oldest] = remembered.keys()
    if (remembered.size > rememberedMax && oldest !== undefined) remembered.delete(oldest)
  }
  const readThrough = async (sha256: string, mark: string, sizeBytes: number) => {
    remembered.delete(sha256)
    if ((await sha256Of(pathOf(sha256))) !== sha256) return undefined
    remember(sha256, mark)
    return sizeBytes
  }
  return {
    folder,
    pathOf,
    alone: aloneByName(),
    async remove(sha256) {
      const path = pathOf(sha256)
      const found = await ifThere(stat(path))
      if (found === undefined) return undefined
      await unlink(path)
      remembered.delete(sha256)
      return found.size
    },
    async keep(unfinished, sha256, came) {
      if (came !== undefined && came !== sha256) return 'hash_mismatch'
      await flushFile(unfinished)
      if (came === undefined && (await sha256Of(unfinished)) !== sha256) return 'hash_mismatch'
      const home = join(folder, sha256.slice(0, 2))
      // A new folder's own name has to last as well.
      if (mkdirSync(home, { recursive: true, mode: 0o700 }) !== undefined) await flushNames(folder)
      // Also over an earlier copy: this one was just hashed, that one may have been damaged since.
      await rename(unfinished, pathOf(sha256))
      await flushNames(home)
      remembered.delete(sha256)
      return 'kept'
    },
    async checked(sha256, anew = false) {
      const found = await stat(pathOf(sha256)).catch(() => undefined)
      if (found === undefined) return undefined
      // The time of the last change to the file's entry; unlike that of its content, nobody sets it back.
      const mark = `${found.size} ${found.ctimeMs} ${found.ino}`
      if (!anew && remembered.get(sha256) === mark) return found.size
      // A film is asked for in many parts at once, and read through once for all of them.
      const name = `${sha256} ${mark} ${anew}`
      const work = running.get(name) ?? readThrough(sha256, mark, found.size)
      running.set(name, work)
      try {
        return await work
      } finally {
        running.delete(name)
      }
    },
  }
}

/** Makes a file's bytes last over a power cut. Throws what the disk says: then they don't. */
const flushFile = (path: string): Promise<void> => flushed(path, 'r+')

/** Makes the names in a folder last over a power cut. Windows opens no folders; it keeps names by itself. */
async function flushNames(folder: string): Promise<void> {
  if (process.platform !== 'win32') await flushed(folder, 'r')
}

async function flushed(path: string, flags: 'r' | 'r+'): Promise<void> {
  const handle = await open(path, flags)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
