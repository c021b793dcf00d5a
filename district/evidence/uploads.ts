import { EVENTS, Server } from '@tus/server'
import type { Upload } from '@tus/server'
import { AsyncLocalStorage } from 'node:async_hooks'
import { mkdirSync, readdirSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { randomBytes } from 'node:crypto'
import { mkdir, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { ifThere } from './is-absent.ts'
import { fileBytesMax } from '../../core/evidence/record.ts'
import { districtPaths } from '../../contract/sync/version.ts'
import type { Actor } from '../../core/kit/command.ts'
import { askedBy } from '../door/asking.ts'
import { RequestRefused } from '../door/refused.ts'
import type { House } from '../house.ts'
import { aloneByName } from './alone.ts'
import { HashingStore } from './hashing-store.ts'
import { uploadLimits } from './limits.ts'
import { keepNeeded, mustBeTus } from './tus-request.ts'
import { roomOf } from './room.ts'
import type { OwnedUpload } from './upload-metadata.ts'
import { ownedUploadSchema, readUploadMetadata } from './upload-metadata.ts'

/** Files on their way from devices to the district (tus 1.0: creation, termination). */
export interface Uploads {
  /** Answers a request at `/files`. Throws `RequestRefused` before anything was answered. */
  handle(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void>
  /** Ends what an earlier run had whole but not yet checked; before anything is served. */
  recover(): Promise<void>
  /** Clears away what stayed unfinished for too long. */
  clear(): Promise<void>
}

const idShape = /^[0-9a-f]{32}$/

/** What is known of a request while the library answers it. */
interface Asking {
  /** Of one that begins an upload. */
  readonly upload?: OwnedUpload
  /** The upload has its place, and takes room from now on. */
  onNoted?(id: string): void
}

/** Uploads that are written to a folder until they are whole. */
export function uploadsIn(folder: string, house: House): Uploads {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const store = new HashingStore(folder)
  const asking = new AsyncLocalStorage<Asking>()
  const beginning = aloneByName()
  const tus = new Server({
    path: districtPaths.files,
    datastore: store,
    relativeLocation: true,
    allowedOrigins: [],
    maxSize: fileBytesMax,
    disableTerminationForFinishedUploads: true,
    // Ours, never one that a device chose.
    namingFunction: () => randomBytes(16).toString('hex'),
    onUploadCreate: async () => {
      const upload = asking.getStore()?.upload
      if (upload === undefined) throw new Error('an upload without an owner')
      return { metadata: upload }
    },
    onUploadFinish: async (_request, upload) => {
      const came = await finish(upload)
      if (came === 'kept') return {}
      const said = new RequestRefused('malformed', { where: 'sha256', reason: came }).said()
      return { status_code: 422, body: JSON.stringify(said) }
    },
    onResponseError: (_request, error) => said(error),
  })
  tus.on(EVENTS.POST_CREATE, (_request, upload) => asking.getStore()?.onNoted?.(upload.id))

  const finish = async (upload: Upload): Promise<'kept' | 'hash_mismatch'> => {
    const { sha256, mediaType, owner } = ownedUploadSchema.parse(upload.metadata)
    const path = upload.storage?.path ?? ''
    const sizeBytes = upload.size ?? 0
    const hash = store.takeHash(upload.id, sizeBytes)
    // Alone: a file that is here and not yet anybody's must not be swept away.
    const came = await house.blobs.alone(sha256, async () => {
      const kept = await house.blobs.keep(path, sha256, hash)
      const blob = { sha: sha256, owner, sizeBytes, mediaType, verifiedAt: house.clock() }
      if (kept === 'kept') await house.store.noteBlob(blob)
      return kept
    })
    if (came === 'kept') {
      // The bytes have moved; what is left is the note about the upload.
      await store.configstore.delete(upload.id)
    } else await store.remove(upload.id)
    house.tell.worked('upload', { came, sizeBytes: upload.size ?? 0 })
    return came
  }

  /** The upload of an id, for its owner; for anyone else there is none. */
  const ownUpload = async (target: string, actor: Actor): Promise<void> => {
    const id = target.slice(districtPaths.files.length + 1)
    if (!idShape.test(id)) throw new RequestRefused('not_found')
    const found = await store.getUpload(id).catch(() => undefined)
    const owned = ownedUploadSchema.safeParse(found?.metadata)
    if (!owned.success || owned.data.owner !== actor.person) throw new RequestRefused('not_found')
  }

  const newUpload = async (incoming: IncomingMessage, owner: string): Promise<OwnedUpload> => {
    const { headers } = incoming
    const size = Number(headers['upload-length'])
    if (size > fileBytesMax) throw new RequestRefused('too_large', { bytesMax: fileBytesMax })
    const metadata = readUploadMetadata(headerOf(incoming, 'upload-metadata'))
    const { openMax } = uploadLimits
    const { files, bytes } = await openOf(owner)
    const room = await roomOf(house, owner)
    // What is on its way here takes its room already.
    if (room.usedBytes + bytes + size > room.bytesMax || room.files + files + 1 > room.filesMax)
      throw new RequestRefused('quota', { ...room, sizeBytes: size })
    if (files >= openMax) throw new RequestRefused('busy', { openMax })
    await makeSureOfRoom(size)
    return { ...metadata, owner }
  }

  /** Many may have begun what together has no room: it is looked at again with every piece. Throws `busy`. */
  const makeSureOfRoom = async (sizeBytes: number): Promise<void> => {
    const { bavail, bsize } = await statfs(folder)
    if (bavail * bsize < sizeBytes + uploadLimits.reserveBytes) throw new RequestRefused('busy')
  }

  /** What was noted of an upload stays as it was: it is read once, and not again for each file that anybody begins. */
  const notes = new Map<string, { readonly owner: string; readonly bytes: number }>()
  const noteOf = async (id: string) => {
    const known = notes.get(id)
    if (known !== undefined) return known
    const found = await store.configstore.get(id)
    const owned = ownedUploadSchema.safeParse(found?.metadata)
    if (!owned.success) return undefined
    const note = { owner: owned.data.owner, bytes: found?.size ?? 0 }
    notes.set(id, note)
    return note
  }
  const openOf = async (owner: string) => {
    const open = { files: 0, bytes: 0 }
    const unfinished = new Set(unfinishedIn(folder))
    for (const id of unfinished) {
      const note = await noteOf(id)
      if (note?.owner !== owner) continue
      open.files++
      open.bytes += note.bytes
    }
    for (const id of notes.keys()) if (!unfinished.has(id)) notes.delete(id)
    return open
  }

  /**
   * Begins an upload, and takes in what comes with the question for its place. Until it takes its room, nobody else's
   * question of the same person is looked at: two at once would both be told that there is some.
   */
  const begin = async (incoming: IncomingMessage, outgoing: ServerResponse, { person }: Actor) => {
    let noted: string | undefined
    const handled = await beginning(person, async () => {
      const upload = await newUpload(incoming, person)
      const { promise: hasRoom, resolve } = Promise.withResolvers<void>()
      const onNoted = (id: string) => {
        noted = id
        resolve()
      }
      keepNeeded(incoming)
      const work = asking.run({ upload, onNoted }, () => tus.handle(incoming, outgoing))
      await Promise.race([hasRoom, work])
      return { work }
    })
    await handled.work
    const isTold = outgoing.statusCode === 201 && incoming.errored === null
    // Nobody learned of the place: it would take room, and one of the few places there are, for a week.
    if (noted !== undefined && !isTold) await store.remove(noted).catch(() => undefined)
  }

  return {
    async handle(incoming, outgoing) {
      const { method = '', url: target = '' } = incoming
      mustBeTus(incoming)
      const actor = await askedBy(house, incoming)
      const isNew = method === 'POST'
      if (isNew && target !== districtPaths.files) throw new RequestRefused('not_found')
      if (!isNew) await ownUpload(target, actor)
      if (method === 'PATCH') await makeSureOfRoom(pieceBytesOf(incoming))
      const timer = setTimeout(() => incoming.socket.destroy(), uploadLimits.appendMs).unref()
      outgoing.once('close', () => clearTimeout(timer))
      if (isNew) return begin(incoming, outgoing, actor)
      keepNeeded(incoming)
      await tus.handle(incoming, outgoing)
    },
    async recover() {
      // The library makes its folder in the background; this one comes after it.
      await mkdir(folder, { recursive: true })
      for (const id of unfinishedIn(folder)) {
        const upload = await store.getUpload(id).catch(() => undefined)
        if (upload !== undefined && upload.offset === upload.size) await finish(upload)
      }
    },
    async clear() {
      for (const id of unfinishedIn(folder)) {
        // Counted from the last byte that came: who sends a little each day is not cut off.
        const found = await ifThere(stat(join(folder, id)))
        // One that was ended meanwhile is none any more; the others are looked at all the same.
        if (found === undefined || found.mtimeMs >= house.clock() - uploadLimits.unfinishedMs)
          continue
        await store.remove(id).catch(() => undefined)
      }
    },
  }
}

/** How many bytes a request brings; one that doesn't say so may bring the largest piece. */
function pieceBytesOf(incoming: IncomingMessage): number {
  const said = Number(headerOf(incoming, 'content-length') ?? Number.NaN)
  return Number.isSafeInteger(said) ? said : fileBytesMax
}

const unfinishedIn = (folder: string): string[] =>
  readdirSync(folder).filter(name => idShape.test(name))

function headerOf(incoming: IncomingMessage, name: string): string | undefined {
  const value = incoming.headers[name]
  return typeof value === 'string' ? value : undefined
}

/** The library's own sentences hold nothing of ours, but a defect's message may: it becomes a code. */
function said(error: Error | { readonly status_code: number; readonly body: string }): {
  status_code: number
  body: string
} {
  const status = 'status_code' in error ? error.status_code : 500
  if (status === 404 || status === 410 || status === 409)
    return { status_code: status, body: JSON.stringify({ code: 'not_found' }) }
  if (status === 413)
    return {
      status_code: status,
      body: JSON.stringify({ code: 'too_large', facts: { bytesMax: fileBytesMax } }),
    }
  if (status < 500) return { status_code: status, body: JSON.stringify({ code: 'malformed' }) }
  return { status_code: 503, body: JSON.stringify({ code: 'busy' }) }
}
