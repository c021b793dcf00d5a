import { Readable } from 'node:stream'
import { crc32 } from 'node:zlib'
import type { Entry, ZipFile } from 'yauzl'
import * as yauzl from 'yauzl'
import type { LeftOut, LeftOutCode } from '../../contract/device/verifying.ts'
import { verifyingLimits } from '../../contract/device/verifying.ts'
import type { BlobReader } from '../evidence/blob-reader.ts'

/** One thing that a zip holds, or something of it that is left out and why. */
export type ZipEntry = { readonly name: string; readonly bytes: Uint8Array } | LeftOut

/**
 * What a zip holds, entry by entry, one in memory at a time (security.md row 19). Nothing is ever written by a name:
 * names are only shown. Links, entries that are packed too well, encrypted ones and zips within are left out, and what
 * is damaged takes nothing else along, as far as the list of entries can be read. Once `isFull`, and beyond the limit of
 * entries, nothing is read any more and what is left is told as a number: of files, not of what systems put beside them.
 */
export async function* zipEntries(
  zip: BlobReader,
  name: string,
  limits: typeof verifyingLimits = verifyingLimits,
  isFull: () => boolean = () => false,
): AsyncGenerator<ZipEntry> {
  const left = (code: LeftOutCode, facts: LeftOut['facts'] = {}, of = name): LeftOut => ({
    name: of,
    code,
    facts,
  })
  let opened: ZipFile
  try {
    opened = await openedZip(zip)
  } catch {
    // Whatever is wrong with it, it does not open.
    yield left('zip_damaged')
    return
  }
  let listed = 0
  let entries = 0
  let beyond = 0
  let unpackedBytes = 0
  try {
    for await (const entry of opened.eachEntry()) {
      if (listed === limits.zipListedMax) break
      listed += 1
      const inside = nameIn(entry)
      if (isNothing(inside)) continue
      if (isFull() || entries === limits.zipEntriesMax) {
        beyond += 1
        continue
      }
      entries += 1
      const of = `${name}: ${inside}`
      const refused = refusedAs(entry, limits)
      if (refused !== undefined) {
        yield left(...refused, of)
        continue
      }
      unpackedBytes += entry.uncompressedSize
      if (unpackedBytes > limits.unpackedBytesMax) {
        yield left('zip_too_large', { bytesMax: limits.unpackedBytesMax })
        return
      }
      // Entries that share their bytes are each small enough, and together a bomb.
      if (unpackedBytes > zip.sizeBytes * limits.ratioMax) {
        yield left('zip_ratio', { max: limits.ratioMax })
        return
      }
      const bytes = await bytesOf(opened, entry)
      if (bytes === undefined) yield left('zip_damaged', {}, of)
      else if (bytes.byteLength === 0) yield left('file_empty', {}, of)
      else if (isZip(bytes)) yield left('zip_in_zip', {}, of)
      else yield { name: of, bytes }
    }
    if (beyond > 0 && isFull()) yield left('batch_full', { max: limits.inputsMax, left: beyond })
    else if (beyond > 0) yield left('zip_entries', { max: entries, left: beyond })
  } catch {
    // The list of entries breaks off here; what came before stands.
    yield left('zip_damaged', { after: entries })
  } finally {
    opened.close()
  }
}

/** Whether bytes begin as a zip does (APPNOTE 4.3.7, 4.3.16): one with entries, or an empty one. */
export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 &&
  bytes[1] === 0x4b &&
  ((bytes[2] === 0x03 && bytes[3] === 0x04) || (bytes[2] === 0x05 && bytes[3] === 0x06))

/** Files that systems put beside a person's, and folders: nothing anybody handed in. */
export const isNothing = (name: string): boolean =>
  /[/\\]$/.test(name) || /(^|[/\\])(__MACOSX[/\\]|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/.test(name)

const openedZip = (zip: BlobReader): Promise<ZipFile> =>
  yauzl.fromRandomAccessReaderPromise(new KeptFile(zip), zip.sizeBytes, {
    autoClose: false,
    // A name that climbs out of a folder would end the whole; here it is only shown.
    decodeStrings: false,
    validateEntrySizes: true,
  })

/** Reads a kept file, sealed or not, for the reader of zips. */
class KeptFile extends yauzl.RandomAccessReader {
  readonly #file: BlobReader
  constructor(file: BlobReader) {
    super()
    this.#file = file
  }
  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(rangeOf(this.#file, start, end), { objectMode: false })
  }
  override close(callback: (error: Error | null) => void): void {
    // Whoever opened the file closes it.
    callback(null)
  }
}

async function* rangeOf(file: BlobReader, start: number, end: number): AsyncGenerator<Uint8Array> {
  let at = start
  while (at < end) {
    const part = await file.read(at, end - at)
    if (part.byteLength === 0) throw new Error('the zip ends before its list says')
    yield part
    at += part.byteLength
  }
}

/** UTF-8 where it is, else as the first zips wrote (APPNOTE D.1); only shown. */
function nameIn(entry: Entry): string {
  const raw: unknown = entry.fileName
  const bytes = raw instanceof Uint8Array ? raw : entry.fileNameRaw
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // Of another code page.
    return Buffer.from(bytes).toString('latin1')
  }
}

function refusedAs(
  entry: Entry,
  limits: typeof verifyingLimits,
): readonly [LeftOutCode, LeftOut['facts']] | undefined {
  if (isLink(entry)) return ['zip_link', {}]
  if (entry.isEncrypted()) return ['zip_encrypted', {}]
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8)
    return ['zip_method', { method: entry.compressionMethod }]
  const { uncompressedSize, compressedSize } = entry
  if (uncompressedSize > limits.ratioMax * Math.max(1, compressedSize))
    return ['zip_ratio', { max: limits.ratioMax }]
  if (uncompressedSize > limits.badgeBytesMax)
    return ['too_large', { bytesMax: limits.badgeBytesMax }]
  return undefined
}

const unix = 3
const macos = 19

/** A symbolic link, or anything else that is no plain file, as Unix writes it (APPNOTE 4.4.2, 4.4.15). */
function isLink(entry: Entry): boolean {
  const system = entry.versionMadeBy >> 8
  const type = (entry.externalFileAttributes >>> 16) & 0o170000
  return (system === unix || system === macos) && type !== 0 && type !== 0o100000
}

/** An entry's bytes: never more than it says it holds; `undefined` where it is not what it says. */
async function bytesOf(zip: ZipFile, entry: Entry): Promise<Uint8Array | undefined> {
  try {
    const stream = await zip.openReadStreamPromise(entry)
    const parts: Uint8Array[] = []
    let sizeBytes = 0
    for await (const part of stream) {
      sizeBytes += part.byteLength
      if (sizeBytes > entry.uncompressedSize) return undefined
      parts.push(part)
    }
    const bytes = Buffer.concat(parts)
    return crc32(bytes) === entry.crc32 ? bytes : undefined
  } catch {
    // Cut off, changed, or longer than it says.
    return undefined
  }
}
