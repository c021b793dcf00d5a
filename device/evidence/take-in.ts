import { createHash } from 'node:crypto'
import type { EvidenceFile } from '../../core/evidence/record.ts'
import { DoorRefusal } from '../door/refused.ts'
import type { Beginning, BlobStore } from './blob-store.ts'
import { fileFailure } from './failure.ts'
import { headBytes, mediaTypeOf } from './media-type.ts'

/** Room that is left on the disk for the records themselves (bytes). */
export const reserveBytes = 64 * 1024 * 1024
/** Progress is told each time so much more is on disk (bytes). */
const progressBytes = 8 * 1024 * 1024

export interface Arriving {
  readonly name: string
  /** What the sender says it will be (bytes). */
  readonly declaredBytes: number | undefined
  readonly body: AsyncIterable<Uint8Array>
}

export interface TakeInLimits {
  readonly bytesMax: number
  /** What is free on the disk of the blobs (bytes). */
  freeBytes(): Promise<number>
}

/**
 * Takes a file in while it arrives: written, hashed, flushed, then named by its hash. All of it, or nothing stays.
 * Throws a door's refusal: empty, too large, changed or gone on the way, no room, no right to write.
 */
export async function takeIn(
  arriving: Arriving,
  blobs: BlobStore,
  limits: TakeInLimits,
  onProgress: (sizeBytes: number) => void,
): Promise<{ readonly file: EvidenceFile; readonly again: boolean }> {
  const { name, declaredBytes } = arriving
  const { bytesMax } = limits
  if (declaredBytes === 0) throw new DoorRefusal('file_empty', { name })
  if (declaredBytes !== undefined && declaredBytes > bytesMax)
    throw new DoorRefusal('file_too_large', { name, bytesMax })
  await assertRoom(declaredBytes ?? 0, limits)
  let begun: Beginning | undefined
  try {
    begun = await blobs.begin()
    const written = await write(arriving, begun, limits, onProgress)
    if (written.sizeBytes === 0) throw new DoorRefusal('file_empty', { name })
    if (declaredBytes !== undefined && written.sizeBytes !== declaredBytes)
      throw new DoorRefusal(written.sizeBytes < declaredBytes ? 'file_vanished' : 'file_changed', {
        name,
      })
    const mediaType = await mediaTypeOf(written.head)
    const { again } = await begun.keep(written.sha256)
    const { sha256, sizeBytes } = written
    return { file: { sha256, sizeBytes, mediaType, name }, again }
  } catch (error) {
    throw fileFailure(error, {
      neededBytes: declaredBytes ?? 0,
      freeBytes: await roomFor(limits),
    })
  } finally {
    await begun?.drop()
  }
}

async function assertRoom(neededBytes: number, limits: TakeInLimits): Promise<void> {
  const freeBytes = await roomFor(limits)
  if (neededBytes > freeBytes || freeBytes === 0)
    throw new DoorRefusal('disk_full', { neededBytes, freeBytes })
}

/** What is free for files (bytes): without what is kept for the records, or a person would be told of room that they can't have. */
const roomFor = async (limits: TakeInLimits): Promise<number> =>
  Math.max(0, (await limits.freeBytes()) - reserveBytes)

interface Written {
  readonly sha256: string
  readonly sizeBytes: number
  readonly head: Uint8Array
}

async function write(
  { name, body }: Arriving,
  begun: Beginning,
  { bytesMax }: TakeInLimits,
  onProgress: (sizeBytes: number) => void,
): Promise<Written> {
  const hash = createHash('sha256')
  const head: Uint8Array[] = []
  let sizeBytes = 0
  let told = 0
  for await (const part of arrivingParts(body, name)) {
    if (sizeBytes + part.byteLength > bytesMax)
      throw new DoorRefusal('file_too_large', { name, bytesMax })
    if (sizeBytes < headBytes) head.push(part.subarray(0, headBytes - sizeBytes))
    hash.update(part)
    await begun.write(part)
    sizeBytes += part.byteLength
    if (sizeBytes - told >= progressBytes) {
      told = sizeBytes
      onProgress(sizeBytes)
    }
  }
  return { sha256: hash.digest('hex'), sizeBytes, head: Buffer.concat(head) }
}

/** What breaks off on the sender's side is a file that went away; the disk's own errors come from elsewhere. */
async function* arrivingParts(
  body: AsyncIterable<Uint8Array>,
  name: string,
): AsyncGenerator<Uint8Array> {
  // Never cut off from this side: a browser that is still sending would not read why it was refused.
  const parts = body[Symbol.asyncIterator]()
  for (;;) {
    const next = await parts.next().catch(() => {
      throw new DoorRefusal('file_vanished', { name })
    })
    if (next.done === true) return
    yield next.value
  }
}
