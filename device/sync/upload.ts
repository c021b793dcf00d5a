import { districtPaths, wireLimits } from '../../contract/sync/version.ts'
import type { BlobReader } from '../evidence/blob-reader.ts'
import { Away, reasonOf } from './away.ts'
import type { Incoming } from './exchange.ts'
import type { Line } from './line.ts'
import { jsonOf, saidIn } from './line.ts'

const tus = { 'tus-resumable': '1.0.0' }
/** Gone, forgotten, or (422) found at the end to be other bytes than their name says. */
const beginAnew = [404, 410, 422]
/** How often one file is begun anew before it waits for the next round. */
const beginningsMax = 3
/** How often a district may say that it is elsewhere in one file (another computer may send it too), before it makes no sense. */
const jumpsMax = 8

export interface Upload {
  readonly sha256: string
  readonly sizeBytes: number
  readonly mediaType: string
  open(): Promise<BlobReader>
}

/** Where an unfinished upload stands at the district, kept over restarts. */
export interface UploadPlaces {
  get(sha256: string): string | undefined
  set(sha256: string, target: string): void
}

/** Whether the district holds a file of one's own, checked. */
async function isThere(line: Line, sha256: string, signal: AbortSignal): Promise<boolean> {
  const answer = await line.send({
    method: 'HEAD',
    target: `${districtPaths.blobs}/${sha256}`,
    signal,
  })
  if (answer.status === 200) return true
  if (answer.status === 404) return false
  throw awayOf(answer)
}

/**
 * Brings one file to the district by tus 1.0: goes on where it stopped, begins anew when the district has forgotten,
 * and ends when the district says that it holds the file with this hash. Throws `Away`.
 */
export async function upload(
  line: Line,
  file: Upload,
  places: UploadPlaces,
  signal: AbortSignal,
): Promise<void> {
  if (await isThere(line, file.sha256, signal)) return
  for (let begun = 0; begun < beginningsMax; begun++) {
    const target = places.get(file.sha256) ?? (await create(line, file, signal))
    places.set(file.sha256, target)
    const offset = await offsetOf(line, file, target, signal)
    if (offset !== undefined && (await append(line, file, target, offset, signal))) {
      if (await isThere(line, file.sha256, signal)) return
    }
    // Forgotten there, or not what it should be: from the beginning.
    places.set(file.sha256, '')
  }
  throw new Away('nonsense')
}

async function create(line: Line, file: Upload, signal: AbortSignal): Promise<string> {
  const base64 = (text: string) => Buffer.from(text).toString('base64')
  const answer = await line.send({
    method: 'POST',
    target: districtPaths.files,
    headers: {
      ...tus,
      'upload-length': String(file.sizeBytes),
      'upload-metadata': `sha256 ${base64(file.sha256)},mediaType ${base64(file.mediaType)}`,
    },
    signal,
  })
  const { location } = answer.headers
  if (answer.status !== 201 || location === undefined) throw awayOf(answer)
  const url = new URL(location, line.address)
  // An upload goes where the district is and nowhere else.
  if (url.origin !== new URL(line.address).origin) throw new Away('nonsense')
  return `${url.pathname}${url.search}`
}

/** How many bytes of the file the district holds, or `undefined` when it has forgotten the upload. */
async function offsetOf(
  line: Line,
  { sizeBytes }: Upload,
  target: string,
  signal: AbortSignal,
): Promise<number | undefined> {
  const answer = await line.send({ method: 'HEAD', target, headers: tus, signal })
  if (answer.status === 404 || answer.status === 410) return undefined
  const offset = Number(answer.headers['upload-offset'])
  if (answer.status >= 300 || !Number.isSafeInteger(offset)) throw awayOf(answer)
  if (offset < 0 || offset > sizeBytes) throw new Away('nonsense')
  return offset
}

/** Appends chunk after chunk; `false` when the district has forgotten the upload on the way. */
async function append(
  line: Line,
  file: Upload,
  target: string,
  from: number,
  signal: AbortSignal,
): Promise<boolean> {
  const reader = await file.open()
  try {
    let at = from
    let jumps = 0
    while (at < file.sizeBytes) {
      const chunk = await chunkAt(reader, at)
      const answer = await line.send({
        method: 'PATCH',
        target,
        headers: {
          ...tus,
          'content-type': 'application/offset+octet-stream',
          'upload-offset': String(at),
        },
        body: chunk,
        isChunk: true,
        signal,
      })
      if (beginAnew.includes(answer.status)) return false
      if (answer.status === 409) {
        if (++jumps > jumpsMax) throw new Away('nonsense')
        const there = await offsetOf(line, file, target, signal)
        if (there === undefined || there === at) return false
        at = there
        continue
      }
      if (answer.status !== 204 && answer.status !== 200) throw awayOf(answer)
      at += chunk.byteLength
    }
    return true
  } finally {
    await reader.close()
  }
}

/** One request's worth of a file, from a place on. */
async function chunkAt(reader: BlobReader, from: number): Promise<Buffer> {
  const length = Math.min(wireLimits.uploadChunkBytes, reader.sizeBytes - from)
  const chunk = Buffer.allocUnsafe(length)
  let filled = 0
  while (filled < length) {
    const part = await reader.read(from + filled, length - filled)
    chunk.set(part, filled)
    filled += part.byteLength
  }
  return chunk
}

function awayOf(answer: Incoming): Away {
  const said = saidIn(jsonOf(answer.body))
  if (said !== undefined) return new Away(reasonOf(said), said)
  // A HEAD has no body to say it in.
  if (answer.status === 403) return new Away('revoked')
  return new Away(answer.status >= 500 || answer.status === 429 ? 'network' : 'nonsense')
}
