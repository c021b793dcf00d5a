import { promisify } from 'node:util'
import { gzip } from 'node:zlib'

const compress = promisify(gzip)

/** Answers below this size (bytes) go as they are. */
const plainBytesMax = 1_400

/** A page of sync (bytes of JSON): the quickest level makes it little larger, and is done in a third of the time. */
const quickBytesMin = 65_536
const quick = 1

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
  const bytes = await compress(text, text.length > quickBytesMin ? { level: quick } : {})
  return new Response(new Uint8Array(bytes), {
    headers: { ...type, 'content-encoding': 'gzip', vary: 'accept-encoding' },
  })
}
