import { crc32 } from '../bytes/crc32.ts'
import { joinBytes, textOfLatin1, utf8 } from '../bytes/text.ts'
import { pngChunksMax } from '../limits.ts'
import { found, refused, type Result } from '../refusal.ts'

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)

/** One chunk of a PNG (PNG 3rd edition, section 5.3): where it lies and what it holds. */
export interface PngChunk {
  readonly type: string
  /** Offset of the length field in the file, and of the byte after the checksum. */
  readonly start: number
  readonly end: number
  readonly data: Uint8Array
  readonly crc: number
}

/** @returns true when the bytes begin with the eight bytes of a PNG. */
export function isPng(bytes: Uint8Array): boolean {
  return signature.every((byte, at) => bytes[at] === byte)
}

/**
 * Walks the chunks up to IEND with every length checked against the file.
 *
 * @returns the chunks in file order, or NOT_A_PNG, TRUNCATED, TOO_LARGE.
 */
export function pngChunks(bytes: Uint8Array): Result<readonly PngChunk[]> {
  if (!isPng(bytes)) return refused('NOT_A_PNG')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const chunks: PngChunk[] = []
  let start = signature.length
  while (start < bytes.length) {
    if (chunks.length === pngChunksMax) return refused('TOO_LARGE', { chunksMax: pngChunksMax })
    if (start + 12 > bytes.length) return refused('TRUNCATED', { offset: start })
    const length = view.getUint32(start)
    const end = start + 12 + length
    if (end > bytes.length) return refused('TRUNCATED', { offset: start, length })
    const type = textOfLatin1(bytes.subarray(start + 4, start + 8))
    const data = bytes.subarray(start + 8, start + 8 + length)
    chunks.push({ type, start, end, data, crc: view.getUint32(end - 4) })
    if (type === 'IEND') return found(chunks)
    start = end
  }
  return refused('TRUNCATED', { offset: start })
}

/** @returns true when the checksum of the chunk fits its type and data. */
export function hasGoodCrc(chunk: PngChunk): boolean {
  return crc32(joinBytes(utf8(chunk.type), chunk.data)) === chunk.crc
}

/** @returns the bytes of one chunk, checksum included. */
export function pngChunk(type: string, data: Uint8Array): Uint8Array {
  const body = joinBytes(utf8(type), data)
  const whole = new Uint8Array(body.length + 8)
  const view = new DataView(whole.buffer)
  view.setUint32(0, data.length)
  whole.set(body, 4)
  view.setUint32(body.length + 4, crc32(body))
  return whole
}
