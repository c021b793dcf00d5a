import type { HttpBindings } from '@hono/node-server'
import type { Hono } from 'hono'
import { open } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { PassThrough, Readable } from 'node:stream'
import { districtPaths } from '../../contract/sync/version.ts'
import { askedBy } from '../door/asking.ts'
import { evidenceAnswer } from '../door/headers.ts'
import { RequestRefused } from '../door/refused.ts'
import type { House } from '../house.ts'
import { mayReadFile } from './may-read.ts'
import type { Part } from './range.ts'
import { readRange } from './range.ts'

const shape = /^[0-9a-f]{64}$/

/**
 * The bytes of a file for those who may read it. Not here, damaged and not yours are one answer: who guesses a hash
 * learns nothing. HEAD tells whether it is here as one's *own*: a device asks that before it sends a file, and a coach
 * who has read the same bytes in somebody's claim has not handed them over for a claim of their own.
 */
export function evidenceRoutes(app: Hono<{ Bindings: HttpBindings }>, house: House): void {
  app.get(`${districtPaths.blobs}/:sha256`, async c => {
    const actor = await askedBy(house, c.env.incoming)
    const sha256 = c.req.param('sha256')
    if (!shape.test(sha256)) throw new RequestRefused('not_found')
    const isAllowed =
      c.req.method === 'HEAD'
        ? (await house.store.blobsWith(sha256)).some(({ owner }) => owner === actor.person)
        : await mayReadFile(house, actor, sha256)
    if (!isAllowed) throw new RequestRefused('not_found')
    const sizeBytes = await house.blobs.checked(sha256)
    if (sizeBytes === undefined) {
      house.tell.worked('damaged file', { actor: house.tell.actorOf(actor.person) })
      throw new RequestRefused('not_found')
    }
    const part = readRange(c.req.header('range'), sizeBytes)
    const headers = { ...evidenceAnswer, 'accept-ranges': 'bytes', etag: `"${sha256}"` }
    if (part === 'unsatisfiable')
      return new Response(null, {
        status: 416,
        headers: { ...headers, 'content-range': `bytes */${sizeBytes}` },
      })
    const { start, end } = part === 'whole' ? { start: 0, end: sizeBytes - 1 } : part
    const length = { 'content-length': String(end - start + 1) }
    const status = part === 'whole' ? 200 : 206
    const range = part === 'whole' ? {} : { 'content-range': `bytes ${start}-${end}/${sizeBytes}` }
    const isBodyless = c.req.method === 'HEAD' || sizeBytes === 0
    const bytes = isBodyless ? null : await partOf(house, sha256, { start, end }, c.env.outgoing)
    return new Response(bytes, { status, headers: { ...headers, ...length, ...range } })
  })
}

/**
 * A part of a file, to be answered. It is opened before anything is said; where reading fails in the middle, the answer
 * is cut off, so that nobody takes what came for the whole.
 */
async function partOf(
  { blobs, tell }: House,
  sha256: string,
  { start, end }: Part,
  outgoing: ServerResponse,
): Promise<ReadableStream<Uint8Array>> {
  const file = await open(blobs.pathOf(sha256), 'r')
  const read = file.createReadStream({ start, end })
  const bytes = new PassThrough()
  read.once('error', error => {
    tell.defect(districtPaths.blobs, error)
    outgoing.destroy()
    bytes.end()
  })
  bytes.once('close', () => read.destroy())
  return Readable.toWeb(read.pipe(bytes))
}
