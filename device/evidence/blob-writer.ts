import { randomBytes } from 'node:crypto'
import { open } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { chunkBytes, fileIdBytes, fileKeyOf, sealedChunk } from './sealed-format.ts'

/** Writes one file from its beginning to its end. */
export interface BlobWriter {
  write(part: Uint8Array): Promise<void>
  /** On disk, and closed. */
  end(): Promise<void>
  /** Closed, whatever was written. */
  abandon(): Promise<void>
}

/** Begins a new file at `path`, sealed where there is a key. */
export async function beginBlob(
  path: string,
  dataKey: Uint8Array | undefined,
): Promise<BlobWriter> {
  const handle = await open(path, 'wx', 0o600)
  try {
    return dataKey === undefined ? plainWriter(handle) : await sealingWriter(handle, dataKey)
  } catch (error) {
    await handle.close()
    throw error
  }
}

function plainWriter(handle: FileHandle): BlobWriter {
  return { write: part => writeAll(handle, part), ...closing(handle, async () => {}) }
}

async function sealingWriter(handle: FileHandle, dataKey: Uint8Array): Promise<BlobWriter> {
  const fileId = randomBytes(fileIdBytes)
  const key = fileKeyOf(dataKey, fileId)
  await writeAll(handle, fileId)
  const held = Buffer.alloc(chunkBytes)
  let heldBytes = 0
  let index = 0
  const put = async (isLast: boolean) => {
    const chunk = sealedChunk(held.subarray(0, heldBytes), { key, fileId, index, isLast })
    await writeAll(handle, chunk)
    index += 1
    heldBytes = 0
  }
  return {
    async write(part) {
      let at = 0
      while (at < part.byteLength) {
        // A full chunk goes only once more has come: the last one says of itself that it is.
        if (heldBytes === chunkBytes) await put(false)
        const taken = Math.min(chunkBytes - heldBytes, part.byteLength - at)
        held.set(part.subarray(at, at + taken), heldBytes)
        heldBytes += taken
        at += taken
      }
    },
    ...closing(handle, () => put(true)),
  }
}

function closing(handle: FileHandle, finish: () => Promise<void>): Omit<BlobWriter, 'write'> {
  return {
    async end() {
      try {
        await finish()
        await handle.sync()
      } finally {
        await handle.close()
      }
    },
    abandon: () => handle.close(),
  }
}

async function writeAll(handle: FileHandle, part: Uint8Array): Promise<void> {
  let at = 0
  while (at < part.byteLength) at += (await handle.write(part, at)).bytesWritten
}
