import { Gunzip, gzipSync, Unzlib, type FlateStreamHandler } from 'fflate'
import { found, refused, type Result } from '../refusal.ts'
import { crc32 } from './crc32.ts'
import { joinBytes } from './text.ts'

/** Input is fed in slices of this many bytes, so that a bomb is noticed after 1,032 times as many. */
const sliceBytes = 4096

interface Inflater {
  ondata: FlateStreamHandler
  push(chunk: Uint8Array, final?: boolean): void
}

/** @returns the inflated zlib stream (PNG), at most `bytesMax`; PARSING_ERROR or TOO_LARGE. */
export function inflateZlib(bytes: Uint8Array, bytesMax: number): Result<Uint8Array> {
  return inflate(new Unzlib(), bytes, bytesMax)
}

/**
 * @returns the inflated GZIP member, at most `bytesMax`; PARSING_ERROR also where the checksum and
 * length at the very end (RFC 1952 section 2.3.1) do not fit, so data after the end is refused too. Bytes
 * between the list and its checksum are passed over.
 */
export function inflateGzip(bytes: Uint8Array, bytesMax: number): Result<Uint8Array> {
  if (bytes.length < 18) return refused('PARSING_ERROR', { reason: 'too short for GZIP' })
  // Section 2.3.1.2: bits that are reserved mean something no reader of today knows.
  if (((bytes[3] ?? 0) & 0xe0) !== 0)
    return refused('PARSING_ERROR', { reason: 'unknown flags of GZIP' })
  const inflated = inflate(new Gunzip(), bytes, bytesMax)
  if (!inflated.ok) return inflated
  const end = new DataView(bytes.buffer, bytes.byteOffset + bytes.length - 8, 8)
  const fits =
    end.getUint32(0, true) === crc32(inflated.value) &&
    end.getUint32(4, true) === inflated.value.length
  return fits ? inflated : refused('PARSING_ERROR', { reason: 'GZIP checksum does not fit' })
}

/** @returns GZIP without a time in its header, so that the same bytes give the same text. */
export function gzip(bytes: Uint8Array): Uint8Array {
  return gzipSync(bytes, { mtime: 0, level: 9 })
}

function inflate(inflater: Inflater, bytes: Uint8Array, bytesMax: number): Result<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  let ended = false
  inflater.ondata = (chunk, final) => {
    length += chunk.length
    ended = final
    if (length <= bytesMax) chunks.push(chunk)
  }
  try {
    for (let at = 0; at < bytes.length && length <= bytesMax; at += sliceBytes)
      inflater.push(bytes.subarray(at, at + sliceBytes), at + sliceBytes >= bytes.length)
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'not compressed data'
    return refused('PARSING_ERROR', { reason })
  }
  if (length > bytesMax) return refused('TOO_LARGE', { bytesMax })
  return ended ? found(joinBytes(...chunks)) : refused('TRUNCATED')
}
