import { promisify } from 'node:util'
import { gzip } from 'node:zlib'

const compress = promisify(gzip)

/** Answers below this size (bytes) go as they are. */
const plainBytesMax = 1_400

/** A JSON answer, compressed where the asker takes that. */
export async function json(
  value: unknown,
  asked: { readonly accept: string | undefined },
): Promise<Response> {
  const text = JSON.stringify(value)
  const type = { 'content-type': 'application/json; charset=utf-8' }
  if (text.length < plainBytesMax || !/\bgzip\b/.test(asked.accept ?? ''))
    return new Response(text, { headers: type })
  const bytes = await compress(text)
  return new Response(new Uint8Array(bytes), {
    headers: { ...type, 'content-encoding': 'gzip', vary: 'accept-encoding' },
  })
}
