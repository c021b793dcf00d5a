import { createHash, createHmac, randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { BlobReader } from './blob-reader.ts'
import { BlobDamaged, openBlob, partsOf } from './blob-reader.ts'
import { beginBlob } from './blob-writer.ts'

/** How the files of a folder are kept. */
export interface Sealing {
  readonly key: Uint8Array
  /** Whether what is written is sealed; while a lock is being taken away only reading needs the key. */
  readonly writes: boolean
}

/** A file that is being written; it has no name until it is whole. */
export interface Beginning {
  write(part: Uint8Array): Promise<void>
  /** Flushes it and gives it its name; `again` when it was there. */
  keep(sha256: string): Promise<{ readonly again: boolean }>
  /** Nothing of it stays. After `keep` it does nothing. */
  drop(): Promise<void>
}

/** The bytes of evidence on this computer, each file under its own hash. */
export interface BlobStore {
  readonly folder: string
  begin(): Promise<Beginning>
  has(sha256: string): boolean
  /** Opens a file that is here. Throws `BlobDamaged`, or what the file system says. */
  open(sha256: string): Promise<BlobReader>
  /** Size in bytes of a file whose content is what its name says, or `undefined`: not here, or damaged. */
  checked(sha256: string): Promise<number | undefined>
  /** Takes a file away; again it does nothing. */
  remove(sha256: string): void
  /** Paths of files that are not kept as they are to be: in the clear after a lock, sealed after it was taken away. */
  misplaced(): readonly string[]
  /** Brings one of those into its form. Throws `BlobDamaged` for one that does not open any more. */
  putRight(path: string): Promise<void>
}

const shape = /^[0-9a-f]{64}$/
const sealedEnding = '.sealed'

/** Opens the folder and removes what an earlier run left unfinished. */
export function blobStoreIn(folder: string, sealing?: Sealing): BlobStore {
  const unfinishedIn = join(folder, 'unfinished')
  mkdirSync(unfinishedIn, { recursive: true, mode: 0o700 })
  for (const name of readdirSync(unfinishedIn)) rmSync(join(unfinishedIn, name), { force: true })
  const checked = new Map<string, number>()
  const key = sealing?.key
  const writingKey = sealing?.writes === true ? key : undefined

  const plainPath = (sha256: string): string => {
    if (!shape.test(sha256)) throw new TypeError('not a SHA-256')
    return join(folder, sha256.slice(0, 2), sha256)
  }
  /** Under another name than its hash: who has a copy of a file could else see that it is here. */
  const sealedPath = (sha256: string, by: Uint8Array): string => {
    const name = createHmac('sha256', by).update(sha256).digest('hex')
    return join(folder, name.slice(0, 2), `${name}${sealedEnding}`)
  }
  /** Where a file is now, and the key that it needs. */
  const placeOf = (
    sha256: string,
  ): { readonly path: string; readonly by?: Uint8Array } | undefined => {
    if (!shape.test(sha256)) return undefined
    const plain = plainPath(sha256)
    if (key !== undefined) {
      const path = sealedPath(sha256, key)
      if (existsSync(path)) return { path, by: key }
    }
    return existsSync(plain) ? { path: plain } : undefined
  }
  /** Files that are just being brought into their form, by where they lie; whether they were taken away meanwhile. */
  const righting = new Map<string, { isRemoved: boolean }>()
  const noteRemoved = (sha256: string, isRemoved: boolean): void => {
    const sealed = key === undefined ? [] : [sealedPath(sha256, key)]
    for (const path of [plainPath(sha256), ...sealed]) {
      const one = righting.get(path)
      if (one !== undefined) one.isRemoved = isRemoved
    }
  }
  const openAt = (place: { readonly path: string; readonly by?: Uint8Array }) =>
    openBlob(place.path, place.by)

  const begin = async (isRighting = false): Promise<Beginning> => {
    const unfinished = join(unfinishedIn, randomUUID())
    const writer = await beginBlob(unfinished, writingKey)
    let isOpen = true
    let isKept = false
    return {
      write: part => writer.write(part),
      async keep(sha256) {
        isOpen = false
        await writer.end()
        const again = placeOf(sha256)
        const path = writingKey === undefined ? plainPath(sha256) : sealedPath(sha256, writingKey)
        mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
        // Also over an earlier copy: this one was just hashed, that one may have been damaged since.
        await rename(unfinished, path)
        isKept = true
        // What comes anew counts, whatever was taken away before.
        if (!isRighting) noteRemoved(sha256, false)
        await flushFolder(dirname(path))
        // The same file as it was kept before the lock, or before it was taken away.
        if (again !== undefined && again.path !== path) await rm(again.path, { force: true })
        checked.delete(sha256)
        return { again: again !== undefined }
      },
      async drop() {
        if (isKept) return
        if (isOpen) await writer.abandon()
        isOpen = false
        await rm(unfinished, { force: true })
      },
    }
  }

  const remove = (sha256: string): void => {
    const place = placeOf(sha256)
    checked.delete(sha256)
    noteRemoved(sha256, true)
    if (place !== undefined) rmSync(place.path, { force: true })
  }

  return {
    folder,
    begin: () => begin(),
    remove,
    has: sha256 => placeOf(sha256) !== undefined,
    async open(sha256) {
      const place = placeOf(sha256)
      if (place === undefined) throw new BlobDamaged('a kept file is gone')
      return openAt(place)
    },
    async checked(sha256) {
      const place = placeOf(sha256)
      if (place === undefined) return undefined
      const { mtimeMs } = statSync(place.path)
      try {
        const reader = await openAt(place)
        const { sizeBytes } = reader
        if (checked.get(sha256) === mtimeMs) {
          await reader.close()
          return sizeBytes
        }
        if ((await sha256Of(reader)) !== sha256) return undefined
        checked.set(sha256, mtimeMs)
        return sizeBytes
      } catch (error) {
        if (error instanceof BlobDamaged) return undefined
        throw error
      }
    },
    misplaced: () =>
      pathsIn(folder).filter(path => path.endsWith(sealedEnding) === (writingKey === undefined)),
    async putRight(path) {
      const about = { isRemoved: false }
      righting.set(path, about)
      let begun: Beginning | undefined
      try {
        const reader = await openBlob(path, path.endsWith(sealedEnding) ? key : undefined)
        begun = await begin(true)
        const hash = createHash('sha256')
        for await (const part of partsOf(reader)) {
          hash.update(part)
          await begun.write(part)
        }
        // By what it holds: one that was damaged in the clear stays what it is, under a name that says so.
        const sha256 = hash.digest('hex')
        await begun.keep(sha256)
        await rm(path, { force: true })
        // Its piece was deleted meanwhile: it must not come back by this.
        if (about.isRemoved) remove(sha256)
      } finally {
        righting.delete(path)
        await begun?.drop()
      }
    },
  }
}

/** All kept files. */
function pathsIn(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter(name => /^[0-9a-f]{2}$/.test(name))
    .flatMap(name => readdirSync(join(folder, name)).map(file => join(folder, name, file)))
}

/** SHA-256 (hex) of a file's content. */
async function sha256Of(reader: BlobReader): Promise<string> {
  const hash = createHash('sha256')
  for await (const part of partsOf(reader)) hash.update(part)
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
