import { FileStore } from '@tus/file-store'
import { createHash } from 'node:crypto'
import type { Hash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'

/** Uploads whose hash is in the making; one that falls out is hashed from the disk when it is whole. */
const hashedMax = 1_000

interface Hashed {
  readonly hash: Hash
  /** How many bytes it has seen, from the beginning. */
  bytes: number
}

/** Uploads in a folder, hashed while they come, so that a film need not be read again once it is there. */
export class HashingStore extends FileStore {
  readonly #folder: string
  readonly #hashed = new Map<string, Hashed>()

  constructor(folder: string) {
    super({ directory: folder })
    this.#folder = folder
  }

  /** Appends what comes. What came before an upload was cut off stays, and so does its part of the hash. */
  override async write(coming: Readable, id: string, offset: number): Promise<number> {
    const known = offset === 0 ? { hash: createHash('sha256'), bytes: 0 } : this.#hashed.get(id)
    const hashed = known?.bytes === offset ? known : undefined
    this.#hashed.delete(id)
    const file = await open(join(this.#folder, id), 'r+')
    let at = offset
    try {
      for await (const part of coming) {
        const bytes: Uint8Array = part
        const { bytesWritten } = await file.write(bytes, 0, bytes.length, at)
        if (bytesWritten !== bytes.length) throw new Error('a part was not written whole')
        hashed?.hash.update(bytes)
        at += bytes.length
      }
    } finally {
      await file.close()
      if (hashed !== undefined) this.#remember(id, { hash: hashed.hash, bytes: at })
    }
    return at
  }

  /** SHA-256 (hex) of an upload of so many bytes as it came, once; `undefined`: not all of it came past here. */
  takeHash(id: string, sizeBytes: number): string | undefined {
    const hashed = this.#hashed.get(id)
    this.#hashed.delete(id)
    return hashed?.bytes === sizeBytes ? hashed.hash.digest('hex') : undefined
  }

  override async remove(id: string): Promise<void> {
    this.#hashed.delete(id)
    await super.remove(id)
  }

  #remember(id: string, hashed: Hashed): void {
    this.#hashed.set(id, hashed)
    const [oldest] = this.#hashed.keys()
    if (this.#hashed.size > hashedMax && oldest !== undefined) this.#hashed.delete(oldest)
  }
}
