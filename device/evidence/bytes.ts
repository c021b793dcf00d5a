import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { bytesPolicy } from '../door/headers.ts'
import { refusal } from '../door/answer.ts'
import type { BlobStore } from './blob-store.ts'
import { headBytes, mediaTypeOf } from './media-type.ts'

/** Types that a browser may draw from bytes; everything else goes out as text or as bytes. */
const shown =
  /^(image\/(png|jpeg|gif|webp|avif|bmp)|audio\/[\w.+-]+|video\/[\w.+-]+|application\/pdf)$/

/** The type under which bytes go out: markup is plain text there, so that nothing in it can run. */
function servedType(mediaType: string): string {
  if (shown.test(mediaType)) return mediaType
  if (mediaType.startsWith('text/') || mediaType === 'image/svg+xml')
    return 'text/plain; charset=utf-8'
  return 'application/octet-stream'
}

/** A file's bytes, or the part of them that was asked for (RFC 9110, section 14). Checked against their hash. */
export async function bytesAnswer(
  request: Request,
  sha256: string,
  blobs: BlobStore,
): Promise<Response> {
  const sizeBytes = await blobs.checked(sha256)
  if (sizeBytes === undefined) return refusal({ code: 'not_found' })
  const etag = `"${sha256}"`
  const path = blobs.pathOf(sha256)
  const headers = new Headers({
    'content-type': servedType(await mediaTypeOf(await headOf(path))),
    'content-security-policy': bytesPolicy,
    'content-disposition': 'attachment',
    'accept-ranges': 'bytes',
    'cache-control': 'private, no-store',
    etag,
  })
  if (request.headers.get('if-none-match') === etag)
    return new Response(null, { status: 304, headers })
  const range = rangeOf(request.headers.get('range'), sizeBytes)
  if (range === 'unsatisfiable') {
    headers.set('content-range', `bytes */${sizeBytes}`)
    return new Response(null, { status: 416, headers })
  }
  const { start, end } = range ?? { start: 0, end: sizeBytes - 1 }
  headers.set('content-length', String(end - start + 1))
  if (range !== undefined) headers.set('content-range', `bytes ${start}-${end}/${sizeBytes}`)
  const status = range === undefined ? 200 : 206
  if (request.method === 'HEAD') return new Response(null, { status, headers })
  return new Response(webStream(createReadStream(path, { start, end })), { status, headers })
}

async function headOf(path: string): Promise<Uint8Array> {
  const handle = await open(path)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(headBytes), 0, headBytes, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

/** A file's stream as the web's, closed when the reader goes away. */
function webStream(stream: Readable): ReadableStream<Uint8Array> {
  const parts = stream[Symbol.asyncIterator]()
  return new ReadableStream({
    async pull(controller) {
      const next = await parts.next()
      if (next.done === true) controller.close()
      else controller.enqueue(new Uint8Array(next.value))
    },
    cancel() {
      stream.destroy()
    },
  })
}

type Range = { readonly start: number; readonly end: number }

/** One range of bytes; several, or what can't be read, count as none. */
function rangeOf(header: string | null, sizeBytes: number): Range | 'unsatisfiable' | undefined {
  const [, from, to] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? []
  if (from === undefined || to === undefined || (from === '' && to === '')) return undefined
  if (from === '') {
    const length = Math.min(Number(to), sizeBytes)
    return length === 0 ? 'unsatisfiable' : { start: sizeBytes - length, end: sizeBytes - 1 }
  }
  const start = Number(from)
  const end = to === '' ? sizeBytes - 1 : Math.min(Number(to), sizeBytes - 1)
  if (start >= sizeBytes) return 'unsatisfiable'
  return end < start ? undefined : { start, end }
}
