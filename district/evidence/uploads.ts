import type { IncomingMessage, ServerResponse } from 'node:http'
import { statfs } from 'node:fs/promises'
import { fileBytesMax } from '../../core/evidence/record.ts'
import { districtPaths } from '../../contract/sync/version.ts'
import type { Actor } from '../../core/kit/command.ts'
import { askedBy } from '../door/asking.ts'
import { RequestRefused } from '../door/refused.ts'
import type { House } from '../house.ts'
import { aloneByName } from './alone.ts'
import { arrivalsOf } from './arrivals.ts'
import { handOver } from './hand-over.ts'
import { uploadLimits } from './limits.ts'
import { roomOf } from './room.ts'
import { tellAppended, tellBegun, tellElsewhere, tellHowFar } from './tus-answer.ts'
import type { TusMethod } from './tus-request.ts'
import { bodyBytesOf, bringsBytes, tusMethodOf } from './tus-request.ts'
import type { UploadNote } from './unfinished.ts'
import { unfinishedIn } from './unfinished.ts'
import { readUploadMetadata } from './upload-metadata.ts'

/** Files on their way from devices to the district (tus 1.0: creation, creation with upload, termination). */
export interface Uploads {
  /** Answers a request at `/files`. Throws `RequestRefused` before anything was answered. */
  handle(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void>
  /** Ends what an earlier run had whole but not yet checked; before anything is served. */
  recover(): Promise<void>
  /** Clears away what stayed unfinished for too long. */
  clear(): Promise<void>
  /** Takes away all of one person's; what comes at this moment is cut off first, or has arrived when this resolves. */
  removeOf(owner: string): Promise<void>
}

/** A request and its answer, and who asks. */
interface Asking {
  readonly incoming: IncomingMessage
  readonly outgoing: ServerResponse
  readonly actor: Actor
}

/** Uploads that are written to a folder until they are whole. */
export function uploadsIn(folder: string, house: House): Uploads {
  const unfinished = unfinishedIn(folder)
  const arrivals = arrivalsOf(unfinished, house)
  const beginning = aloneByName()
  const handedOver = handOver()

  /** Many may have begun what together has no room: it is looked at again with every piece. Throws `busy`. */
  const makeSureOfDisk = async (sizeBytes: number): Promise<void> => {
    const { bavail, bsize } = await statfs(folder)
    if (bavail * bsize < sizeBytes + uploadLimits.reserveBytes) throw new RequestRefused('busy')
  }

  /** Throws `quota` or `busy` where there is no room for one more. */
  const makeSureOfRoom = async ({ owner, sizeBytes }: UploadNote): Promise<void> => {
    const { openMax } = uploadLimits
    // What is on its way here takes its room already. It is counted first: what is noted meanwhile is counted twice for a
    // moment, and not missed in both.
    const { files, bytes } = unfinished.openOf(owner)
    const room = await roomOf(house, owner)
    const isFull = room.usedBytes + bytes + sizeBytes > room.bytesMax
    if (isFull || room.files + files + 1 > room.filesMax)
      throw new RequestRefused('quota', { ...room, sizeBytes })
    if (files >= openMax) throw new RequestRefused('busy', { openMax })
    await makeSureOfDisk(sizeBytes)
  }

  /**
   * A computer that begins a file which it has begun already never learned of that place, or has forgotten it: the one
   * before would take its room for a week.
   */
  const replaceBefore = async ({ device, sha256 }: UploadNote): Promise<void> => {
    const before = device === undefined ? undefined : unfinished.begunBy(device, sha256)
    if (before !== undefined) await handedOver(before, () => arrivals.remove(before))
  }

  /** Begins an upload, and takes in what comes with the question for its place. */
  const begin = async ({ incoming, outgoing, actor }: Asking) => {
    const sizeBytes = Number(incoming.headers['upload-length'])
    if (sizeBytes > fileBytesMax) throw new RequestRefused('too_large', { bytesMax: fileBytesMax })
    const metadata = readUploadMetadata(headerOf(incoming, 'upload-metadata'))
    const hasBytes = bringsBytes(incoming)
    if (hasBytes) mustFit(incoming, sizeBytes)
    const note = { ...metadata, sizeBytes, owner: actor.person, device: actor.device }
    // One question of a person after the other: two at once would both be told that there is room.
    const id = await beginning(actor.person, async () => {
      await replaceBefore(note)
      await makeSureOfRoom(note)
      return unfinished.begin(note)
    })
    try {
      await handedOver(id, async cut => {
        const at = hasBytes ? await arrivals.takeIn(incoming, id, 0, cut) : undefined
        const came = await arrivals.end(id, at ?? 0)
        if (came === 'more_to_come') await unfinished.noteDown(id)
        if (came === 'more_to_come' && outgoing.destroyed)
          throw new RequestRefused('malformed', { where: 'connection' })
        tellBegun(outgoing, id, came, at)
      })
    } catch (error) {
      // Nobody learned of the place: it would take room, and one of the few places there are, for a week.
      await arrivals.remove(id)
      throw error
    }
  }

  /** The upload that a request is about, for its owner; for anyone else there is none. */
  const ownOf = ({ incoming, actor }: Asking) => {
    const id = (incoming.url ?? '').slice(districtPaths.files.length + 1)
    const note = unfinished.noteOf(id)
    if (note?.owner !== actor.person) throw new RequestRefused('not_found')
    return { id, note }
  }

  /** How much of an upload is here (bytes). Throws `not_found` for one that ended meanwhile. */
  const bytesHere = async (id: string): Promise<number> => {
    const here = await unfinished.hereOf(id)
    const sizeBytes = unfinished.noteOf(id)?.sizeBytes ?? 0
    // More than the whole file is nothing that came: nobody could go on from there, so it is begun anew.
    if (here !== undefined && here.bytes <= sizeBytes) return here.bytes
    await arrivals.remove(id)
    throw new RequestRefused('not_found')
  }

  const say = async (asking: Asking) => {
    const { id, note } = ownOf(asking)
    const at = await handedOver(id, () => bytesHere(id))
    tellHowFar(asking.outgoing, note, at)
  }

  const append = async (asking: Asking) => {
    const { incoming, outgoing } = asking
    const { id, note } = ownOf(asking)
    const from = Number(incoming.headers['upload-offset'])
    await makeSureOfDisk(bodyBytesOf(incoming) ?? fileBytesMax)
    await handedOver(id, async cut => {
      if (cut.aborted || (await bytesHere(id)) !== from) return tellElsewhere(outgoing)
      mustFit(incoming, note.sizeBytes - from)
      try {
        const at = await arrivals.takeIn(incoming, id, from, cut)
        tellAppended(outgoing, await arrivals.end(id, at), at)
      } catch (error) {
        // Whoever goes on with it has cut this one off.
        if (cut.aborted && error instanceof RequestRefused) return tellElsewhere(outgoing)
        throw error
      }
    })
  }

  const end = async (asking: Asking) => {
    const { id } = ownOf(asking)
    await handedOver(id, async () => {
      await bytesHere(id)
      await arrivals.remove(id)
    })
    asking.outgoing.writeHead(204).end()
  }

  const does: Readonly<Record<TusMethod, (asking: Asking) => Promise<void>>> = {
    POST: begin,
    HEAD: say,
    PATCH: append,
    DELETE: end,
  }

  return {
    async handle(incoming, outgoing) {
      outgoing.setHeader('tus-resumable', '1.0.0')
      const method = tusMethodOf(incoming)
      const actor = await askedBy(house, incoming)
      if (method === 'POST' && incoming.url !== districtPaths.files)
        throw new RequestRefused('not_found')
      const timer = setTimeout(() => incoming.socket.destroy(), uploadLimits.appendMs).unref()
      outgoing.once('close', () => clearTimeout(timer))
      await does[method]({ incoming, outgoing, actor })
    },
    async recover() {
      await unfinished.tidy()
      for (const id of unfinished.ids()) {
        try {
          const here = await unfinished.hereOf(id)
          if (here !== undefined) await arrivals.end(id, here.bytes)
        } catch (error) {
          // It stays, and its computer ends it; one file on a bad part of the disk must not keep a district from starting.
          house.tell.defect('end upload', error)
        }
      }
    },
    async clear() {
      for (const id of unfinished.ids()) {
        // Counted from the last byte that came: who sends a little each day is not cut off.
        const here = await unfinished.hereOf(id)
        // One that was ended meanwhile is none any more.
        if (here !== undefined && here.cameAt < house.clock() - uploadLimits.unfinishedMs)
          await handedOver(id, () => arrivals.remove(id))
      }
    },
    async removeOf(owner) {
      for (const id of unfinished.ids())
        if (unfinished.noteOf(id)?.owner === owner) await handedOver(id, () => arrivals.remove(id))
    },
  }
}

/** Throws `too_large` for a request that brings more than is still to come; nothing of it is taken. */
function mustFit(incoming: IncomingMessage, bytesMax: number): void {
  if ((bodyBytesOf(incoming) ?? 0) > bytesMax) throw new RequestRefused('too_large', { bytesMax })
}

function headerOf(incoming: IncomingMessage, name: string): string | undefined {
  const value = incoming.headers[name]
  return typeof value === 'string' ? value : undefined
}
