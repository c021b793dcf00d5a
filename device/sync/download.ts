import { createHash, randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { open, rm } from 'node:fs/promises'
import { fileBytesMax } from '../../core/evidence/record.ts'
import { districtPaths } from '../../contract/sync/version.ts'
import { DoorRefusal } from '../door/refused.ts'
import type { BlobStore } from '../evidence/blob-store.ts'
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
  const path = blobs.unfinished(randomUUID())
  try {
    if ((await written(response, path)) !== sha256) throw new DoorRefusal('nonsense', { address })
    await blobs.keep(path, sha256)
  } catch (error) {
    await rm(path, { force: true })
    throw fileFailure(error, {})
  }
}

function answerOf(line: Line, target: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const request = line.begin(target, resolve)
    request.on('error', () => reject(new DoorRefusal('unreachable', { address: line.address })))
    request.end()
  })
}

async function written(response: IncomingMessage, path: string): Promise<string> {
  const hash = createHash('sha256')
  const handle = await open(path, 'wx', 0o600)
  let sizeBytes = 0
  try {
    for await (const part of response) {
      const bytes = Buffer.from(part)
      sizeBytes += bytes.length
      if (sizeBytes > fileBytesMax) throw new DoorRefusal('too_large', { bytesMax: fileBytesMax })
      hash.update(bytes)
      await handle.writeFile(bytes)
    }
    await handle.sync()
  } finally {
    await handle.close()
  }
  return hash.digest('hex')
}
