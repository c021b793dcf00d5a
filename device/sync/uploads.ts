import type { DeviceStore } from '../../db/device-store/open.ts'
import { BlobDamaged } from '../evidence/blob-reader.ts'
import type { BlobStore } from '../evidence/blob-store.ts'
import type { Room } from '../../contract/sync/room.ts'
import { Away } from './away.ts'
import type { Line } from './line.ts'
import { forgetMissed } from './missed.ts'
import { forgetRestored } from './restored.ts'
import { askRoom, isFitting, noteRoom, roomRefused } from './room.ts'
import type { ToUpload } from './to-upload.ts'
import { sentMark } from './sent-mark.ts'
import { claimsLacking, filesToUpload } from './to-upload.ts'
import { Damaged, upload } from './upload.ts'

interface Parts {
  readonly store: DeviceStore
  readonly blobs: BlobStore
  clock(): number
}

interface About {
  onProgress(): void
  /** Claims that were sent and haven't gone: their files stay as long. */
  claimsHeld(): ReadonlySet<string>
}

/** The files on their way to the district. */
export interface Uploads {
  /** Files may have come: looks for them in the next round. */
  look(): void
  /** Sends what is to be sent, one after the other; whether any arrived. Throws `Away`. */
  run(line: Line, signal: AbortSignal): Promise<boolean>
  isWaiting(): boolean
  /** Of the files since all had last arrived: how many have, and how many there are. */
  progress(): { readonly sent: number; readonly all: number }
  /** How many have no room in the district; they stay here, and it is asked again now and then. */
  lackingRoom(): number
}

/** After so long (ms) a district whose room was taken is asked again: files may have been let go there. */
const roomAgainMs = 600_000

const uploadPlace = (sha256: string) => `upload:${sha256}`

/** The uploads of one place. */
export function uploadsOf({ store, blobs, clock }: Parts, about: About): Uploads {
  let isLooking = true
  let isFirstLook = true
  let waiting: readonly ToUpload[] = []
  let sent = 0
  const lacking = new Set<string>()
  /** The room as it was when a file did not fit, and when that was. */
  let full: { readonly room: Room; readonly at: number } | undefined

  const places = {
    get: (sha256: string) => store.meta(uploadPlace(sha256)) || undefined,
    set: (sha256: string, target: string) => store.setMeta(uploadPlace(sha256), target),
  }
  const look = async () => {
    isLooking = false
    const claims = await claimsLacking(store)
    forgetMissed(store, claims)
    await forgetRestored(store)
    lacking.clear()
    const files = filesToUpload(store, claims, about.claimsHeld(), isFirstLook)
    isFirstLook = false
    // Another computer of the same person has the others, and sends them.
    waiting = files.filter(file => blobs.has(file.sha256))
  }
  return {
    look() {
      isLooking = true
    },
    async run(line, signal) {
      if (full !== undefined && !(clock() - full.at < roomAgainMs && clock() >= full.at)) {
        full = undefined
        isLooking = true
      }
      if (isLooking) await look()
      let arrived = 0
      let isAnswered = false
      for (let [file] = waiting; file !== undefined && !signal.aborted; [file] = waiting) {
        about.onProgress()
        const { sha256, sizeBytes, mediaType } = file
        // Not asked about one by one: a smaller one behind it may fit.
        if (full !== undefined && !isFitting(full.room, sizeBytes)) {
          lacking.add(sha256)
          waiting = waiting.slice(1)
          continue
        }
        try {
          await upload(
            line,
            {
              sha256,
              sizeBytes,
              mediaType,
              open: () => blobs.open(sha256),
              isWhole: async () => (await blobs.checked(sha256)) !== undefined,
            },
            places,
            signal,
          )
        } catch (error) {
          const room = roomRefused(error)
          if (room !== undefined) {
            full = { room, at: clock() }
            noteRoom(store, room)
            lacking.add(sha256)
            isAnswered = true
          } else if (!isAboutTheFile(error)) throw error
          // Damaged here (another computer may still have it whole), or the district doesn't take this one: the others go
          // on, it is tried again at the next start.
          waiting = waiting.slice(1)
          continue
        }
        store.setMeta(sentMark(store) + sha256, '1')
        waiting = waiting.slice(1)
        arrived++
        sent++
        if (isLooking) await look()
      }
      if (waiting.length === 0) sent = 0
      if (arrived > 0) await askRoom(store, line, signal)
      return arrived > 0 || isAnswered
    },
    isWaiting: () => waiting.length > 0,
    lackingRoom: () => lacking.size,
    progress: () => ({ sent, all: sent + waiting.length }),
  }
}

/** Whether it is one file (damaged, too large, not as it should be) and not the way to the district. */
const isAboutTheFile = (error: unknown): boolean =>
  error instanceof Damaged ||
  error instanceof BlobDamaged ||
  (error instanceof Away && (error.said?.code === 'too_large' || error.said?.code === 'malformed'))
