import { promisify } from 'node:util'
import { gzip } from 'node:zlib'

const compress = promisify(gzip)

/** Answers below this size (bytes) go as they are. */
const plainBytesMax = 1_400

interface Asked {
  /** The request's `Accept-Encoding`. */
  readonly accept: string | undefined
}

/** A JSON answer, compressed where the asker takes that. */
export const json = (value: unknown, asked: Asked): Promise<Response> =>
  jsonText(JSON.stringify(value), asked)

/** An answer of JSON that was written already. */
export async function jsonText(text: string, asked: Asked): Promise<Response> {
  const type = { 'content-type': 'application/json; charset=utf-8' }
  if (text.length < plainBytesMax || !/\bgzip\b/.test(asked.accept ?? ''))
    return new Response(text, { headers: type })
  const bytes = await compress(text)
  return new Response(new Uint8Array(bytes), {
    headers: { ...type, 'content-encoding': 'gzip', vary: 'accept-encoding' },
  })
}
