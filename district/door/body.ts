import type { IncomingMessage } from 'node:http'
import { gunzipSync } from 'node:zlib'
import type { ZodType } from 'zod'
import { wireLimits } from '../../contract/sync/version.ts'
import { isTooDeep } from './depth.ts'
import { RequestRefused } from './refused.ts'

/** How long a body may take to arrive (ms): a mebibyte over a poor line. A file's chunks have a time of their own. */
export const bodyMs = 30_000

interface Most {
  readonly bytesMax?: number
  readonly withinMs?: number
}

/**
 * A request's body as it came over the wire, read no further than the limit and no longer than it may take. Throws
 * `too_large` or `malformed`.
 */
export function readRaw(
  incoming: IncomingMessage,
  { bytesMax = wireLimits.pushBytesMax, withinMs = bodyMs }: Most = {},
): Promise<Buffer> {
  const tooLarge = () => new RequestRefused('too_large', { bytesMax })
  if (Number(incoming.headers['content-length'] ?? '0') > bytesMax) throw tooLarge()
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    let sizeBytes = 0
    const done = () => {
      clearTimeout(timer)
      incoming.off('data', take).off('end', whole).off('error', cut).off('close', cut)
    }
    const refuse = (refused: RequestRefused) => {
      done()
      incoming.pause()
      reject(refused)
    }
    const take = (part: Buffer) => {
      sizeBytes += part.length
      if (sizeBytes > bytesMax) refuse(tooLarge())
      else parts.push(part)
    }
    const whole = () => {
      done()
      resolve(Buffer.concat(parts))
    }
    const cut = () => refuse(new RequestRefused('malformed', { where: 'body' }))
    const timer = setTimeout(cut, withinMs)
    incoming.on('data', take).on('end', whole).on('error', cut).on('close', cut)
  })
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
  if (isTooDeep(bytes)) throw new RequestRefused('malformed', { where: 'depth' })
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    return value
  } catch {
    // Whatever is wrong with it, it is not JSON.
    throw new RequestRefused('malformed', { where: '' })
  }
}
