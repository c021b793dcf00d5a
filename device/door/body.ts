import type { ZodType } from 'zod'
import { DoorRefusal } from './refused.ts'

/** A body's bytes, read no further than the limit. Throws `too_large`, or `malformed` when it breaks off. */
export async function readBytes(request: Request, bytesMax: number): Promise<Uint8Array> {
  const declared = Number(request.headers.get('content-length') ?? '0')
  if (declared > bytesMax) throw new DoorRefusal('too_large', { bytesMax })
  const parts: Uint8Array[] = []
  let sizeBytes = 0
  try {
    for await (const part of request.body ?? []) {
      sizeBytes += part.byteLength
      if (sizeBytes > bytesMax) throw new DoorRefusal('too_large', { bytesMax })
      parts.push(part)
    }
  } catch (error) {
    throw error instanceof DoorRefusal ? error : new DoorRefusal('malformed')
  }
  return Buffer.concat(parts)
}

/** A JSON body as a schema wants it. Throws `too_large` or `malformed`. */
export async function readJson<T>(
  request: Request,
  schema: ZodType<T>,
  bytesMax: number,
): Promise<T> {
  const bytes = await readBytes(request, bytesMax)
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    // Whatever is wrong with it, it is not JSON.
    throw new DoorRefusal('malformed')
  }
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw new DoorRefusal('malformed', { where: parsed.error.issues[0]?.path.join('.') ?? '' })
}
