import type { HttpBindings } from '@hono/node-server'
import type { Hono } from 'hono'
import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { districtPaths } from '../../contract/sync/version.ts'
import { askedBy } from '../door/asking.ts'
import { evidenceAnswer } from '../door/headers.ts'
import { RequestRefused } from '../door/refused.ts'
import type { House } from '../house.ts'
import { mayReadFile } from './may-read.ts'
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
    const isAllowed =
      c.req.method === 'HEAD'
        ? (await house.store.blobsWith(sha256)).some(({ owner }) => owner === actor.person)
        : await mayReadFile(house, actor, sha256)
    if (!shape.test(sha256) || !isAllowed) throw new RequestRefused('not_found')
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
    const bytes = isBodyless
      ? null
      : Readable.toWeb(createReadStream(house.blobs.pathOf(sha256), { start, end }))
    return new Response(bytes, { status, headers: { ...headers, ...length, ...range } })
  })
}
