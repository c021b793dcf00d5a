import type { IncomingMessage } from 'node:http'
import { RequestRefused } from '../door/refused.ts'

/** What the library needs of a request, by its method; anything else it would judge, and answer in words of its own. */
const needed: Readonly<Record<string, readonly string[]>> = {
  POST: ['upload-length', 'upload-metadata', 'content-length', 'transfer-encoding'],
  PATCH: ['upload-offset', 'content-type', 'content-length', 'transfer-encoding'],
  HEAD: [],
  DELETE: [],
}
const always = ['host', 'tus-resumable']
/** What a file's bytes come as; a small file's come with the question for its place. */
const bytesType = 'application/offset+octet-stream'

/** A whole number as the standard writes it, below 2^53. */
const wholeNumber = /^(0|[1-9]\d{0,14})$/

/** What would change what the signed request line says, or is no part of what is spoken here. */
const foreign = ['x-http-method-override', 'upload-concat', 'upload-defer-length']

/** Whether a request at `/files` is one of tus 1.0. Throws `not_found` for another method, `malformed` with the header's name. */
export function mustBeTus(incoming: IncomingMessage): void {
  const { method = '', headers } = incoming
  const own = needed[method]
  if (own === undefined) throw new RequestRefused('not_found')
  const must = (name: string, is: boolean) => {
    if (!is) throw new RequestRefused('malformed', { where: name })
  }
  for (const name of foreign) must(name, headers[name] === undefined)
  must('tus-resumable', headers['tus-resumable'] === '1.0.0')
  for (const name of ['upload-length', 'upload-offset'])
    if (own.includes(name)) must(name, wholeNumber.test(String(headers[name])))
  if (method === 'PATCH') must('content-type', headers['content-type'] === bytesType)
}

/** Takes from a request whatever the library does not need, once it is known who signed it. */
export function keepNeeded(incoming: IncomingMessage): void {
  const { method = '', headers } = incoming
  const kept = new Set([...always, ...(needed[method] ?? [])])
  if (method === 'POST' && headers['content-type'] === bytesType) kept.add('content-type')
  const raw = incoming.rawHeaders
  incoming.rawHeaders = raw.filter((_, at) => kept.has((raw[at - (at % 2)] ?? '').toLowerCase()))
  for (const name of Object.keys(headers)) if (!kept.has(name)) delete headers[name]
}
