import type { FileProgress } from '../../contract/device/door.ts'
import type { DeviceStore } from '../../db/device-store/open.ts'
import { doorLimits } from '../../contract/device/requests.ts'
import { lines } from '../door/answer.ts'
import { DoorRefusal } from '../door/refused.ts'
import type { House } from '../house.ts'
import { keeping } from '../place/act.ts'
import { takeIn } from './take-in.ts'

/** Takes in the file that a request carries, and tells how far it is, line by line. */
export function takeFile(house: House, request: Request): Response {
  const { blobs, readOnly, store, sync } = house.place()
  if (readOnly !== undefined) throw new DoorRefusal('read_only')
  const name = fileName(request)
  const declared = request.headers.get('x-file-bytes') ?? request.headers.get('content-length')
  const declaredBytes =
    declared === null || !/^\d{1,15}$/.test(declared) ? undefined : Number(declared)
  const parts = (request.body ?? new Blob([]).stream())[Symbol.asyncIterator]()
  const body = { [Symbol.asyncIterator]: () => parts }
  const keep = async (tell: (progress: FileProgress) => void): Promise<void> => {
    try {
      tell({ at: 'taking', sizeBytes: 0 })
      const { file, again } = await takeIn(
        { name, declaredBytes, body },
        blobs,
        house.fileLimits,
        sizeBytes => tell({ at: 'taking', sizeBytes }),
      )
      const { sha256: sha, sizeBytes, mediaType } = file
      const owner = store.standing().actor.person
      const verifiedAt = house.clock()
      keeping(() => store.files.noteCame(sha, verifiedAt))
      // The piece it was here for was deleted at this very moment.
      if (!blobs.has(sha)) throw new DoorRefusal('file_vanished', { name })
      keeping(() => store.noteBlob({ sha, owner, sizeBytes, mediaType, verifiedAt }))
      // A piece that got its bytes back is told of by no command, and the district may lack them.
      sync.nudge({ files: true })
      tell({ at: 'kept', file, again })
    } catch (error) {
      await sentToItsEnd(parts)
      // The lock was set or taken away meanwhile, and all of it opened anew: the file is to be chosen again.
      const isGone = !(error instanceof DoorRefusal) && !isStillOpen(house, store)
      const why = isGone ? new DoorRefusal('file_vanished', { name }) : error
      tell({ at: 'refused', error: house.told(why, 'files') })
    }
  }
  return lines((put, end) => {
    void keep(put).finally(end)
  })
}

function isStillOpen(house: House, store: DeviceStore): boolean {
  try {
    return house.place().store === store
  } catch {
    // Shut, or just being opened anew.
    return false
  }
}

/** Lets a refused sender finish: a browser reads an answer only after that. */
async function sentToItsEnd(parts: AsyncIterator<Uint8Array>): Promise<void> {
  try {
    let next = await parts.next()
    while (next.done !== true) next = await parts.next()
  } catch {
    // The sender went away; nobody waits for the answer.
  }
}

/** A file's name as it was sent; only ever shown. */
export function fileName(request: Request): string {
  const sent = request.headers.get('x-file-name') ?? ''
  const name = decoded(sent)
  return name.slice(0, doorLimits.fileNameCharsMax).toWellFormed()
}

function decoded(sent: string): string {
  try {
    return decodeURIComponent(sent)
  } catch {
    // Not encoded as it should be: shown as it came.
    return sent
  }
}
