import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto'

// A sealed file (security.md §4): its id, then chunks of AES-256-GCM, each with its tag. The key is the file's own,
// the nonce the chunk's index; id, index and whether it is the last are bound to each chunk, so that none can be
// moved, left out, or cut off unseen, and a part can be read without the rest.

export const fileIdBytes = 32
export const chunkBytes = 262_144
const tagBytes = 16
export const sealedChunkBytes = chunkBytes + tagBytes
const keyBytes = 32

/** The key of one file. */
export function fileKeyOf(dataKey: Uint8Array, fileId: Uint8Array): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', dataKey, fileId, 'meritfolio evidence', keyBytes))
}

/** How many bytes a sealed file of this size holds; `undefined` where no file is so long. */
export function plainBytesIn(sealedSizeBytes: number): number | undefined {
  const rest = sealedSizeBytes - fileIdBytes
  const last = rest % sealedChunkBytes
  if (rest <= tagBytes || (last > 0 && last <= tagBytes)) return undefined
  return rest - Math.ceil(rest / sealedChunkBytes) * tagBytes
}

interface ChunkPlace {
  readonly key: Uint8Array
  readonly fileId: Uint8Array
  readonly index: number
  readonly isLast: boolean
}

export function sealedChunk(plain: Uint8Array, place: ChunkPlace): Buffer {
  const cipher = createCipheriv('aes-256-gcm', place.key, nonceOf(place.index))
  cipher.setAAD(boundTo(place))
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

/** The chunk's bytes, or `undefined` where it is not the one that was sealed at this place. */
export function plainChunk(bytes: Uint8Array, place: ChunkPlace): Buffer | undefined {
  if (bytes.byteLength <= tagBytes) return undefined
  const decipher = createDecipheriv('aes-256-gcm', place.key, nonceOf(place.index))
  decipher.setAAD(boundTo(place))
  decipher.setAuthTag(bytes.subarray(-tagBytes))
  const plain = decipher.update(bytes.subarray(0, -tagBytes))
  try {
    decipher.final()
    return plain
  } catch {
    // Changed on disk: nothing of it may be shown.
    return undefined
  }
}

function nonceOf(index: number): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeBigUInt64BE(BigInt(index), 4)
  return nonce
}

function boundTo({ fileId, index, isLast }: ChunkPlace): Buffer {
  const bound = Buffer.alloc(fileIdBytes + 9)
  bound.set(fileId)
  bound.writeBigUInt64BE(BigInt(index), fileIdBytes)
  bound.writeUInt8(isLast ? 1 : 0, fileIdBytes + 8)
  return bound
}
