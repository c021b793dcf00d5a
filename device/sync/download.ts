import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { fileBytesMax } from '../../core/evidence/record.ts'
import { districtPaths } from '../../contract/sync/version.ts'
import { DoorRefusal } from '../door/refused.ts'
import type { Beginning, BlobStore } from '../evidence/blob-store.ts'
import { fileFailure } from '../evidence/failure.ts'
import type { Line } from './line.ts'

/**
 * Fetches a file from the district, hashed while it is written and kept only when it is what was asked for. Throws
 * the door's refusal: not reachable, not there, or other bytes than their name says.
 */
export async function download(line: Line, sha256: string, blobs: BlobStore): Promise<void> {
  const { address } = line
  const response = await answerOf(line, `${districtPaths.blobs}/${sha256}`)
  if (response.statusCode !== 200) {
    response.resume()
    throw new DoorRefusal(response.statusCode === 404 ? 'not_found' : 'nonsense', { address })
  }
  let begun: Beginning | undefined
  try {
    begun = await blobs.begin()
    if ((await written(arriving(response, address), begun)) !== sha256)
      throw new DoorRefusal('nonsense', { address })
    await begun.keep(sha256)
  } catch (error) {
    response.destroy()
    throw fileFailure(error, {})
  } finally {
    await begun?.drop()
  }
}

function answerOf(line: Line, target: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const request = line.begin(target, resolve)
    request.on('error', () => reject(new DoorRefusal('unreachable', { address: line.address })))
    request.end()
  })
}

/** The parts of an answer as they come. A way that breaks in the middle is no fault of this computer's files. */
async function* arriving(response: IncomingMessage, address: string): AsyncGenerator<Buffer> {
  try {
    for await (const part of response) yield Buffer.from(part)
  } catch {
    throw new DoorRefusal('unreachable', { address })
  }
}

async function written(parts: AsyncIterable<Buffer>, begun: Beginning): Promise<string> {
  const hash = createHash('sha256')
  let sizeBytes = 0
  for await (const bytes of parts) {
    sizeBytes += bytes.length
    if (sizeBytes > fileBytesMax) throw new DoorRefusal('too_large', { bytesMax: fileBytesMax })
    hash.update(bytes)
    await begun.write(bytes)
  }
  return hash.digest('hex')
}
