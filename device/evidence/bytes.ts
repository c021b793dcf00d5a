import { bytesPolicy } from '../door/headers.ts'
import { refusal } from '../door/answer.ts'
import type { BlobReader } from './blob-reader.ts'
import type { Addressed } from './address.ts'
import { partsOf } from './blob-reader.ts'
import type { BlobStore } from './blob-store.ts'
import { headBytes, mediaTypeOf } from './media-type.ts'
import { asAttachment } from './safe-name.ts'

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
  file: Addressed,
  blobs: BlobStore,
): Promise<Response> {
  const { sha256 } = file
  if ((await blobs.checked(sha256)) === undefined) return refusal({ code: 'not_found' })
  const reader = await blobs.open(sha256)
  try {
    return await answerFrom(request, file, reader)
  } catch (error) {
    await reader.close()
    throw error
  }
}

async function answerFrom(
  request: Request,
  { sha256, name }: Addressed,
  reader: BlobReader,
): Promise<Response> {
  const { sizeBytes } = reader
  const etag = `"${sha256}"`
  const headers = new Headers({
    'content-type': servedType(await mediaTypeOf(await headOf(reader))),
    'content-security-policy': bytesPolicy,
    'content-disposition': name === undefined ? 'attachment' : asAttachment(name),
    'accept-ranges': 'bytes',
    'cache-control': 'private, no-store',
    etag,
  })
  const bodiless = async (status: number) => {
    await reader.close()
    return new Response(null, { status, headers })
  }
  if (request.headers.get('if-none-match') === etag) return bodiless(304)
  const range = rangeOf(request.headers.get('range'), sizeBytes)
  if (range === 'unsatisfiable') {
    headers.set('content-range', `bytes */${sizeBytes}`)
    return bodiless(416)
  }
  const { start, end } = range ?? { start: 0, end: sizeBytes - 1 }
  headers.set('content-length', String(end - start + 1))
  if (range !== undefined) headers.set('content-range', `bytes ${start}-${end}/${sizeBytes}`)
  const status = range === undefined ? 200 : 206
  if (request.method === 'HEAD') return bodiless(status)
  return new Response(webStream(reader, start, end), { status, headers })
}

async function headOf(reader: BlobReader): Promise<Uint8Array> {
  const head: Uint8Array[] = []
  let at = 0
  while (at < Math.min(headBytes, reader.sizeBytes)) {
    const part = await reader.read(at, headBytes - at)
    head.push(part)
    at += part.byteLength
  }
  return Buffer.concat(head)
}

/** A part of a file as a stream of the web, closed when the reader goes away. */
function webStream(reader: BlobReader, start: number, end: number): ReadableStream<Uint8Array> {
  const parts = partsOf(reader, start, end)
  return new ReadableStream({
    async pull(controller) {
      const next = await parts.next()
      if (next.done === true) controller.close()
      else controller.enqueue(new Uint8Array(next.value))
    },
    async cancel() {
      await parts.return(undefined)
      // Parts that nobody has begun to read close nothing by themselves.
      await reader.close()
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
