import type { IncomingMessage } from 'node:http'
import { open } from 'node:fs/promises'
import { PersonRecord } from '../../core/person/record.ts'
import { RequestRefused } from '../door/refused.ts'
import type { House } from '../house.ts'
import { forgetFile } from './forget-file.ts'
import { noHashes } from './hashes.ts'
import { notingBy } from './noting.ts'
import { receive } from './receive.ts'
import type { Unfinished, UploadNote } from './unfinished.ts'

/** What became of bytes that came: the file is kept, it is not what its hash says, or more is to come. */
export type Came = 'kept' | 'hash_mismatch' | 'more_to_come'

/** Bytes of uploads as they come, and what becomes of them. Each upload is one caller's at a time. */
export interface Arrivals {
  /**
   * Takes in what a request brings of an upload, from a place on; what came stays there, however it ends. Throws
   * `too_large`, and `malformed` where its sender went away or was cut off.
   */
  takeIn(incoming: IncomingMessage, id: string, from: number, cut: AbortSignal): Promise<number>
  /** Keeps an upload that is whole, and notes whose file it is; one that is not yet goes on waiting. */
  end(id: string, at: number): Promise<Came>
  remove(id: string): Promise<void>
}

/** Nothing has come yet. */
export function arrivalsOf(unfinished: Unfinished, house: House): Arrivals {
  const hashes = noHashes()
  const noting = notingBy(blobs => house.store.noteBlobs(blobs), house.timers)
  const remove = async (id: string) => {
    hashes.forget(id)
    await unfinished.remove(id)
  }
  const noteOf = (id: string): UploadNote => {
    const note = unfinished.noteOf(id)
    if (note === undefined) throw new RequestRefused('not_found')
    return note
  }
  return {
    remove,
    async takeIn(incoming, id, from, cut) {
      const { sizeBytes } = noteOf(id)
      const file = await open(unfinished.pathOf(id), 'r+')
      try {
        const hash = hashes.take(id, from)
        const bytesMax = sizeBytes - from
        const { at, ended } = await receive(incoming, file, { from, bytesMax, hash, cut })
        hashes.keep(id, hash, at)
        if (ended === 'more') throw new RequestRefused('too_large', { bytesMax })
        if (ended === 'cut') throw new RequestRefused('malformed', { where: 'connection' })
        return at
      } finally {
        await file.close()
      }
    },
    async end(id, at) {
      const { sha256: sha, mediaType, owner, sizeBytes } = noteOf(id)
      if (at < sizeBytes) return 'more_to_come'
      const hash = hashes.take(id, sizeBytes)?.digest('hex')
      // Alone: a file that is here and not yet anybody's must not be swept away.
      const came = await house.blobs.alone(sha, async () => {
        const kept = await noting.expecting(async () => {
          const found = await house.blobs.keep(unfinished.pathOf(id), sha, hash)
          const blob = { sha, owner, sizeBytes, mediaType, verifiedAt: house.clock() }
          if (found === 'kept') await noting.note(blob)
          return found
        })
        if (kept !== 'kept' || !(await isErased(house, owner))) return kept
        await forgetFile(house, sha, owner)
        return 'erased'
      })
      // Where it was kept the bytes have moved; what is left is the note about the upload.
      if (came === 'kept') await unfinished.forget(id)
      else await remove(id)
      if (came === 'erased') throw new RequestRefused('not_allowed')
      house.tell.worked('upload', { came, sizeBytes })
      return came
    },
  }
}

/**
 * Whether somebody is in no directory any more: their record was erased while they sent. Looked at after the file was noted:
 * erasing takes the directory's entry first and files then, so one of the two finds it.
 */
const isErased = async ({ store }: House, owner: string): Promise<boolean> =>
  (await store.seen().get(PersonRecord, owner)) === undefined
