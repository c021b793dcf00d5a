import { districtPaths, wireLimits } from '../../contract/sync/version.ts'
import type { BlobReader } from '../evidence/blob-reader.ts'
import { Away, reasonOf } from './away.ts'
import type { Flow, Incoming } from './exchange.ts'
import type { Line } from './line.ts'
import { jsonOf, saidIn } from './line.ts'
import { roomRefused } from './room.ts'

const tus = { 'tus-resumable': '1.0.0' }
/** Gone, or forgotten. */
const beginAnew = [404, 410]
/** Found at the end to be other bytes than their name says. */
const otherBytes = 422
/** What goes with the question for its place (bytes). */
export const smallBytesMax = 1_048_576
/** How much of a file is read at a time (bytes). */
const partBytes = 262_144
/** How often one file is begun anew before it waits for the next round. */
const beginningsMax = 3
/** How often a district may say that it is elsewhere in one file (another computer may send it too), before it makes no sense. */
const jumpsMax = 8

export interface Upload {
  readonly sha256: string
  readonly sizeBytes: number
  readonly mediaType: string
  open(): Promise<BlobReader>
  /** How much goes with one request (bytes); the wire's own measure where absent. */
  readonly chunkBytes?: number
  /** Whether the file here is what its name says, read through. */
  isWhole(): Promise<boolean>
  /** It has just come to this computer: the district is hardly to have it, and if it is small is not asked. */
  readonly isNew?: boolean
}

/** The file was damaged on this computer: its bytes are not what anybody wants. */
export class Damaged extends Error {}

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
 * and ends when the district says that it holds the file with this hash. A small one goes with the question for its place.
 * Throws `Away`, or `Damaged`.
 */
export async function upload(
  line: Line,
  file: Upload,
  places: UploadPlaces,
  signal: AbortSignal,
): Promise<void> {
  const isSmall = file.sizeBytes <= smallBytesMax
  for (let begun = 0; begun < beginningsMax; begun++) {
    const known = places.get(file.sha256)
    const isAtOnce = known === undefined && isSmall
    const isUnasked = isAtOnce && begun === 0 && file.isNew === true
    // Also before it is begun anew: what was forgotten as an upload may just have become a file.
    if (!isUnasked && (await isThere(line, file.sha256, signal))) return
    let sent: Sent
    try {
      sent = isAtOnce
        ? await sendSmall(line, file, places, signal)
        : await goOn(line, file, known ?? (await create(line, file, signal)), places, signal)
    } catch (error) {
      // Needs no room where it is there already.
      const isThereYet = isUnasked && roomRefused(error) !== undefined
      if (isThereYet && (await isThere(line, file.sha256, signal))) return
      throw error
    }
    if (sent === 'kept') return
    if (sent === 'other' && !(await file.isWhole())) throw new Damaged()
    // Forgotten there, or not what it should be: from the beginning.
    if (places.get(file.sha256) !== undefined) places.set(file.sha256, '')
  }
  throw new Away('nonsense')
}

/** What became of the bytes: `kept`, the district has them, checked; `other`, they are not what their name says there. */
type Sent = 'kept' | 'other' | 'forgotten'

async function goOn(
  line: Line,
  file: Upload,
  target: string,
  places: UploadPlaces,
  signal: AbortSignal,
): Promise<Sent> {
  const isNew = places.get(file.sha256) !== target
  if (isNew) places.set(file.sha256, target)
  const offset = isNew ? 0 : await offsetOf(line, file, target, signal)
  if (offset === undefined) return 'forgotten'
  return append(line, file, target, offset, signal)
}

/** Creation with upload (tus 1.0): one request for a small file, where the district takes its bytes with the question. */
async function sendSmall(
  line: Line,
  file: Upload,
  places: UploadPlaces,
  signal: AbortSignal,
): Promise<Sent> {
  const reader = await file.open()
  let answer: Incoming
  try {
    answer = await line.send({
      method: 'POST',
      target: districtPaths.files,
      headers: { ...newUpload(file), 'content-type': appended },
      flow: flowOf(reader, 0, file.sizeBytes),
      isChunk: true,
      signal,
    })
  } finally {
    await reader.close()
  }
  if (answer.status === otherBytes) return 'other'
  const target = placeIn(answer, line)
  if (answer.headers['upload-offset'] === String(file.sizeBytes)) return 'kept'
  return goOn(line, file, target, places, signal)
}

const appended = 'application/offset+octet-stream'

function newUpload({ sha256, sizeBytes, mediaType }: Upload): Readonly<Record<string, string>> {
  const base64 = (text: string) => Buffer.from(text).toString('base64')
  return {
    ...tus,
    'upload-length': String(sizeBytes),
    'upload-metadata': `sha256 ${base64(sha256)},mediaType ${base64(mediaType)}`,
  }
}

async function create(line: Line, file: Upload, signal: AbortSignal): Promise<string> {
  const answer = await line.send({
    method: 'POST',
    target: districtPaths.files,
    headers: newUpload(file),
    signal,
  })
  return placeIn(answer, line)
}

/** Where an upload goes on. Throws `Away` where the answer names no place of this district's. */
function placeIn(answer: Incoming, line: Line): string {
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

/** Appends chunk after chunk. Where all of it is there, an empty one asks what the district makes of it: that answer was lost. */
async function append(
  line: Line,
  file: Upload,
  target: string,
  from: number,
  signal: AbortSignal,
): Promise<Sent> {
  const { chunkBytes = wireLimits.uploadChunkBytes } = file
  const reader = await file.open()
  try {
    let at = from
    let jumps = 0
    for (;;) {
      const length = Math.min(chunkBytes, file.sizeBytes - at)
      const answer = await line.send({
        method: 'PATCH',
        target,
        headers: {
          ...tus,
          'content-type': appended,
          'upload-offset': String(at),
        },
        flow: flowOf(reader, at, length),
        isChunk: true,
        signal,
      })
      if (answer.status === otherBytes) return 'other'
      if (beginAnew.includes(answer.status)) return 'forgotten'
      if (answer.status === 409) {
        if (++jumps > jumpsMax) throw new Away('nonsense')
        const there = await offsetOf(line, file, target, signal)
        if (there === undefined || there === at) return 'forgotten'
        at = there
        continue
      }
      if (answer.status !== 204 && answer.status !== 200) throw awayOf(answer)
      at += length
      if (at >= file.sizeBytes) return 'kept'
    }
  } finally {
    await reader.close()
  }
}

/** Bytes of a file from a place on, read while they go: into two buffers in turns, or a film would fill the memory anew. */
const flowOf = (reader: BlobReader, from: number, sizeBytes: number): Flow => ({
  sizeBytes,
  async *parts() {
    let [into, other] = [newBuffer(sizeBytes), newBuffer(sizeBytes)]
    for (let sent = 0; sent < sizeBytes;) {
      const part = await reader.read(from + sent, Math.min(partBytes, sizeBytes - sent), into)
      sent += part.byteLength
      yield part
      ;[into, other] = [other, into]
    }
  },
})

const newBuffer = (sizeBytes: number) => Buffer.allocUnsafe(Math.min(partBytes, sizeBytes))

function awayOf(answer: Incoming): Away {
  const said = saidIn(jsonOf(answer.body))
  if (said !== undefined) return new Away(reasonOf(said), said)
  // A HEAD has no body to say it in.
  if (answer.status === 403) return new Away('revoked')
  return new Away(answer.status >= 500 || answer.status === 429 ? 'network' : 'nonsense')
}
