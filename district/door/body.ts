import type { IncomingMessage } from 'node:http'
import { gunzipSync } from 'node:zlib'
import type { ZodType } from 'zod'
import { wireLimits } from '../../contract/sync/version.ts'
import { RequestRefused } from './refused.ts'

/** A request's body as it came over the wire, read no further than the limit. Throws `too_large` or `malformed`. */
export async function readRaw(incoming: IncomingMessage): Promise<Buffer> {
  const bytesMax = wireLimits.pushBytesMax
  const tooLarge = () => new RequestRefused('too_large', { bytesMax })
  if (Number(incoming.headers['content-length'] ?? '0') > bytesMax) throw tooLarge()
  const parts: Buffer[] = []
  let sizeBytes = 0
  try {
    for await (const part of incoming) {
      const bytes = Buffer.from(part)
      sizeBytes += bytes.length
      if (sizeBytes > bytesMax) throw tooLarge()
      parts.push(bytes)
    }
  } catch (error) {
    throw error instanceof RequestRefused ? error : new RequestRefused('malformed')
  }
  return Buffer.concat(parts)
}

/**
 * A body as JSON that fits a schema. The limit counts what it is inflated to, so that a small body can't become a
 * large one. Throws `too_large`, or `malformed` with the place.
 */
export function readJson<T>(raw: Buffer, encoding: string | undefined, schema: ZodType<T>): T {
  const parsed = schema.safeParse(jsonOf(inflated(raw, encoding)))
  if (parsed.success) return parsed.data
  throw new RequestRefused('malformed', { where: parsed.error.issues[0]?.path.join('.') ?? '' })
}

function inflated(raw: Buffer, encoding: string | undefined): Buffer {
  if (encoding === undefined || encoding === 'identity') return raw
  if (encoding !== 'gzip') throw new RequestRefused('malformed', { where: 'content-encoding' })
  try {
    return gunzipSync(raw, { maxOutputLength: wireLimits.pushBytesMax })
  } catch (error) {
    const isTooLarge =
      error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    throw isTooLarge
      ? new RequestRefused('too_large', { bytesMax: wireLimits.pushBytesMax })
      : new RequestRefused('malformed', { where: 'content-encoding' })
  }
}

function jsonOf(bytes: Buffer): unknown {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    return value
  } catch {
    // Whatever is wrong with it, it is not JSON.
    throw new RequestRefused('malformed', { where: '' })
  }
}
