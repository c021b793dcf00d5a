import type { ServerResponse } from 'node:http'
import { districtPaths } from '../../contract/sync/version.ts'
import { RequestRefused } from '../door/refused.ts'
import type { Came } from './arrivals.ts'
import { writtenMetadata } from './upload-metadata.ts'
import type { UploadNote } from './unfinished.ts'

const jsonType = { 'content-type': 'application/json; charset=utf-8' }

/** What a request is told that began an upload; `at`: how much of it is here, where it brought bytes. */
export function tellBegun(
  outgoing: ServerResponse,
  id: string,
  came: Came,
  at: number | undefined,
): void {
  if (came === 'hash_mismatch') return tellMismatch(outgoing)
  outgoing.writeHead(201, {
    location: `${districtPaths.files}/${id}`,
    ...(at === undefined ? {} : { 'upload-offset': String(at) }),
    'content-length': '0',
  })
  outgoing.end()
}

/** What a request is told whose bytes were taken in. */
export function tellAppended(outgoing: ServerResponse, came: Came, at: number): void {
  if (came === 'hash_mismatch') return tellMismatch(outgoing)
  outgoing.writeHead(204, { 'upload-offset': String(at) }).end()
}

/** How far an upload is. */
export function tellHowFar(outgoing: ServerResponse, note: UploadNote, at: number): void {
  outgoing.writeHead(200, {
    'upload-offset': String(at),
    'upload-length': String(note.sizeBytes),
    'upload-metadata': writtenMetadata(note),
    'cache-control': 'no-store',
  })
  outgoing.end()
}

/** The upload is not where the request goes on: it is to ask how far it is. */
export function tellElsewhere(outgoing: ServerResponse): void {
  outgoing.writeHead(409, { ...jsonType, connection: 'close' })
  outgoing.end(JSON.stringify(new RequestRefused('not_found').said()))
}

/** All of it came, and it is not what its hash says. */
function tellMismatch(outgoing: ServerResponse): void {
  const refused = new RequestRefused('malformed', { where: 'sha256', reason: 'hash_mismatch' })
  outgoing.writeHead(422, jsonType)
  outgoing.end(JSON.stringify(refused.said()))
}
