import type { IncomingMessage } from 'node:http'
import { RequestRefused } from '../door/refused.ts'

/** What of tus 1.0 is spoken at `/files`: the core, creation, creation with upload, termination. */
export type TusMethod = 'POST' | 'HEAD' | 'PATCH' | 'DELETE'

/** The whole numbers that a request says, by its method. */
const numbers: Readonly<Record<TusMethod, readonly string[]>> = {
  POST: ['upload-length'],
  PATCH: ['upload-offset'],
  HEAD: [],
  DELETE: [],
}
/** What a file's bytes come as; a small file's come with the question for its place. */
const bytesType = 'application/offset+octet-stream'

/** A whole number as the standard writes it, below 2^53. */
const wholeNumber = /^(0|[1-9]\d{0,14})$/

/** What would change what the signed request line says, or is no part of what is spoken here. */
const foreign = ['x-http-method-override', 'upload-concat', 'upload-defer-length']

/**
 * The method of a request at `/files` that is one of tus 1.0. Throws `not_found` for another method, `malformed` with the
 * header's name.
 */
export function tusMethodOf(incoming: IncomingMessage): TusMethod {
  const { method = '', headers } = incoming
  if (!isTusMethod(method)) throw new RequestRefused('not_found')
  const must = (name: string, is: boolean) => {
    if (!is) throw new RequestRefused('malformed', { where: name })
  }
  for (const name of foreign) must(name, headers[name] === undefined)
  must('tus-resumable', headers['tus-resumable'] === '1.0.0')
  for (const name of numbers[method]) must(name, wholeNumber.test(String(headers[name])))
  if (method === 'PATCH') must('content-type', bringsBytes(incoming))
  return method
}

const isTusMethod = (method: string): method is TusMethod => Object.hasOwn(numbers, method)

/** Whether a request's body is of a file. */
export const bringsBytes = ({ headers }: IncomingMessage): boolean =>
  headers['content-type'] === bytesType

/** How many bytes a request brings; `undefined`: it doesn't say so beforehand. */
export function bodyBytesOf({ headers }: IncomingMessage): number | undefined {
  const said = Number(headers['content-length'] ?? Number.NaN)
  if (Number.isSafeInteger(said)) return said
  return headers['transfer-encoding'] === undefined ? 0 : undefined
}
