import type { DeviceStore } from '../../db/device-store/open.ts'
import { BlobDamaged } from '../evidence/blob-reader.ts'
import type { BlobStore } from '../evidence/blob-store.ts'
import type { Room } from '../../contract/sync/room.ts'
import { Away } from './away.ts'
import { isLarge, lanesAfter, nextToGo } from './lanes.ts'
import type { Line } from './line.ts'
import { forgetMissed } from './missed.ts'
import { forgetRestored } from './restored.ts'
import { askRoom, isFitting, noteRoom, roomRefused } from './room.ts'
import type { ToUpload } from './to-upload.ts'
import { sentMark, sentMarks } from './sent-mark.ts'
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
  /** Sends what is to be sent, some at once (`lanes.ts`); whether any arrived. Throws `Away`. */
  run(line: Line, signal: AbortSignal): Promise<boolean>
  isWaiting(): boolean
  /** Whether a file is just being sent. */
  isSending(sha256: string): boolean
  /** Of the files since all had last arrived: how many have, and how many there are. */
  progress(): { readonly sent: number; readonly all: number }
  /** How many have no room in the district; they stay here, and it is asked again now and then. */
  lackingRoom(): number
}

/** After so long (ms) a district whose room was taken is asked again: files may have been let go there. */
const roomAgainMs = 600_000

/** How sending one file ended. */
type Ended = { readonly file: ToUpload } & (
  | { readonly failed?: undefined; readonly tookMs: number }
  | { readonly failed: { readonly error: unknown } }
)

const uploadPlace = (sha256: string) => `upload:${sha256}`

/** The uploads of one place. */
export function uploadsOf({ store, blobs, clock }: Parts, about: About): Uploads {
  let isLooking = true
  let isFirstLook = true
  let waiting: readonly ToUpload[] = []
  let sent = 0
  /** How many small files go at once. */
  let lanes = 1
  let wake = (): void => undefined
  /** Files that the district is asked about before they go. */
  const asked = new Set<string>()
  let markBefore = ''
  const lacking = new Set<string>()
  const sending = new Set<string>()
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
    // What waited at the start, or before the district began a new life, may have arrived in an earlier one.
    const mark = sentMark(store)
    if (isFirstLook || mark !== markBefore) for (const { sha256 } of files) asked.add(sha256)
    markBefore = mark
    isFirstLook = false
    // Another computer of the same person has the others, and sends them.
    waiting = files.filter(file => blobs.has(file.sha256))
  }
  /** Sends one file, and tells how that ended. */
  const send = async (line: Line, file: ToUpload, signal: AbortSignal): Promise<Ended> => {
    const { sha256 } = file
    const startedAt = clock()
    sending.add(sha256)
    const open = () => blobs.open(sha256)
    const isWhole = async () => (await blobs.checked(sha256)) !== undefined
    try {
      const isNew = !asked.has(sha256)
      // Only once: what broke off, or comes back some day, is asked about.
      asked.add(sha256)
      await upload(line, { ...file, open, isWhole, isNew }, places, signal)
      return { file, tookMs: clock() - startedAt }
    } catch (error) {
      return { file, failed: { error } }
    } finally {
      sending.delete(sha256)
    }
  }
  const noLongerWaits = (sha256: string) => {
    waiting = waiting.filter(file => file.sha256 !== sha256)
  }
  /** The next file to go. What has no room is passed over and not asked about one by one: a smaller one behind it may fit. */
  const next = (underWay: readonly ToUpload[]): ToUpload | undefined => {
    for (;;) {
      const file = nextToGo(waiting, underWay, lanes)
      if (file === undefined || full === undefined || isFitting(full.room, file.sizeBytes))
        return file
      lacking.add(file.sha256)
      noLongerWaits(file.sha256)
    }
  }
  return {
    look() {
      isLooking = true
      wake()
    },
    async run(line, signal) {
      if (full !== undefined && !(clock() - full.at < roomAgainMs && clock() >= full.at)) {
        full = undefined
        isLooking = true
      }
      const cut = new AbortController()
      const stop = AbortSignal.any([signal, cut.signal])
      const underWay = new Map<ToUpload, Promise<Ended>>()
      const marks = sentMarks(store)
      let arrived = 0
      let isAnswered = false
      let failed: { readonly error: unknown } | undefined
      const note = (ended: Ended) => {
        const { sha256 } = ended.file
        underWay.delete(ended.file)
        if (ended.failed === undefined) {
          marks.add(sha256)
          if (!isLarge(ended.file)) lanes = lanesAfter(lanes, ended.tookMs)
          arrived++
          sent++
          return noLongerWaits(sha256)
        }
        const { error } = ended.failed
        const room = roomRefused(error)
        if (room !== undefined) {
          full = { room, at: clock() }
          noteRoom(store, room)
          lacking.add(sha256)
          isAnswered = true
        } else if (!isAboutTheFile(error)) {
          // The way itself: what else is on it goes on later from where it is.
          failed ??= { error }
          lanes = 1
          return cut.abort()
        }
        // Damaged here (another computer may still have it whole), or the district doesn't take this one: the others go
        // on, it is tried again at the next start.
        noLongerWaits(sha256)
      }
      try {
        for (;;) {
          const isLooked = new Promise<undefined>(resolve => {
            wake = () => resolve(undefined)
          })
          if (isLooking && !stop.aborted) {
            marks.keep()
            await look()
          }
          let file: ToUpload | undefined
          while (!stop.aborted && (file = next([...underWay.keys()])) !== undefined)
            underWay.set(file, send(line, file, stop))
          if (underWay.size === 0) break
          about.onProgress()
          const ended = await Promise.race([isLooked, ...underWay.values()])
          if (ended !== undefined) note(ended)
        }
      } finally {
        marks.keep()
      }
      if (failed !== undefined) throw failed.error
      if (waiting.length === 0) sent = 0
      if (arrived > 0) await askRoom(store, line, signal)
      return arrived > 0 || isAnswered
    },
    isWaiting: () => waiting.length > 0,
    isSending: sha256 => sending.has(sha256),
    lackingRoom: () => lacking.size,
    progress: () => ({ sent, all: sent + waiting.length }),
  }
}

/** Whether it is one file (damaged, too large, not as it should be) and not the way to the district. */
const isAboutTheFile = (error: unknown): boolean =>
  error instanceof Damaged ||
  error instanceof BlobDamaged ||
  (error instanceof Away && (error.said?.code === 'too_large' || error.said?.code === 'malformed'))
