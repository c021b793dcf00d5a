import { open } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import {
  chunkBytes,
  fileIdBytes,
  fileKeyOf,
  plainBytesIn,
  plainChunk,
  sealedChunkBytes,
} from './sealed-format.ts'

/** How much is read at a time from a file that is not sealed (bytes). */
const stepBytes = chunkBytes

/** Reads one kept file, wherever in it. */
export interface BlobReader {
  /** Of the content, sealed or not (bytes). */
  readonly sizeBytes: number
  /**
   * The bytes from `start` on, at most `bytesMax` and at least one before the end. Where there is a buffer, it may be
   * used: they are good as long as it is left alone. Throws `BlobDamaged`.
   */
  read(start: number, bytesMax: number, buffer?: Buffer): Promise<Uint8Array>
  close(): Promise<void>
}

/** A sealed file that is not what was written: changed, cut off, or of another key. */
export class BlobDamaged extends Error {
  override readonly name = 'BlobDamaged'
}

/** Opens a kept file; sealed ones with the key. */
export async function openBlob(path: string, dataKey: Uint8Array | undefined): Promise<BlobReader> {
  const handle = await open(path)
  try {
    const { size } = await handle.stat()
    return dataKey === undefined
      ? plainReader(handle, size)
      : await sealedReader(handle, size, dataKey)
  } catch (error) {
    await handle.close()
    throw error
  }
}

/** The content from `start` to `end` (both belong to it), part by part; the reader is closed at its end. */
export async function* partsOf(
  reader: BlobReader,
  start = 0,
  end = reader.sizeBytes - 1,
): AsyncGenerator<Uint8Array> {
  try {
    let at = start
    while (at <= end) {
      const part = await reader.read(at, end - at + 1)
      yield part
      at += part.byteLength
    }
  } finally {
    await reader.close()
  }
}

function plainReader(handle: FileHandle, sizeBytes: number): BlobReader {
  return {
    sizeBytes,
    async read(start, bytesMax, given) {
      // A buffer of its own each time, where none is given: the part before may still be on its way out.
      const into = given ?? Buffer.allocUnsafe(Math.min(bytesMax, stepBytes))
      const length = Math.min(bytesMax, into.length)
      const { bytesRead } = await handle.read(into, 0, length, start)
      if (bytesRead === 0) throw new BlobDamaged('a kept file became shorter')
      return into.subarray(0, bytesRead)
    },
    close: () => handle.close(),
  }
}

async function sealedReader(
  handle: FileHandle,
  sealedSizeBytes: number,
  dataKey: Uint8Array,
): Promise<BlobReader> {
  const sizeBytes = plainBytesIn(sealedSizeBytes)
  const fileId = Buffer.alloc(fileIdBytes)
  await handle.read(fileId, 0, fileIdBytes, 0)
  if (sizeBytes === undefined) throw new BlobDamaged('no sealed file has this size')
  const key = fileKeyOf(dataKey, fileId)
  const lastIndex = Math.ceil(sizeBytes / chunkBytes) - 1
  let last: { readonly index: number; readonly plain: Buffer } | undefined
  const chunkAt = async (index: number): Promise<Buffer> => {
    if (last?.index === index) return last.plain
    const sealed = Buffer.allocUnsafe(sealedChunkBytes)
    const at = fileIdBytes + index * sealedChunkBytes
    const { bytesRead } = await handle.read(sealed, 0, sealedChunkBytes, at)
    const place = { key, fileId, index, isLast: index === lastIndex }
    const plain = plainChunk(sealed.subarray(0, bytesRead), place)
    if (plain === undefined) throw new BlobDamaged('a sealed chunk is not what was written')
    last = { index, plain }
    return plain
  }
  return {
    sizeBytes,
    async read(start, bytesMax) {
      const index = Math.floor(start / chunkBytes)
      const from = start - index * chunkBytes
      const plain = await chunkAt(index)
      return plain.subarray(from, from + bytesMax)
    },
    close: () => handle.close(),
  }
}
