import { EvidenceRecord } from '../../core/evidence/record.ts'
import type { DeviceStore } from '../../db/device-store/open.ts'
import { all } from '../../db/query.ts'
import { DoorRefusal } from '../door/refused.ts'
import { download } from '../sync/download.ts'
import type { Line } from '../sync/line.ts'
import { sentMark } from '../sync/sent-mark.ts'
import type { BlobStore } from './blob-store.ts'

interface Parts {
  readonly store: DeviceStore
  readonly blobs: BlobStore
  clock(): number
}

/**
 * Fetches a file from the district to be looked at, and notes what it is here: one's own, which can go up again from here, or
 * another's. Throws the door's refusal: also where what named it was deleted meanwhile; then nothing stays of it.
 */
export async function fetchFile(
  { store, blobs, clock }: Parts,
  line: Line,
  sha256: string,
): Promise<void> {
  // First: of a file that nobody knows of, nobody would let go.
  store.noteFetched(sha256)
  await download(line, sha256, blobs)
  const piece = await ownPieceOf(store, sha256)
  const now = clock()
  if (store.files.namedBy(sha256, now) === undefined) {
    blobs.remove(sha256)
    store.files.forget(sha256)
    throw new DoorRefusal('not_found', { address: line.address })
  }
  // Let go of before this came: then it is not here.
  store.noteFetched(sha256)
  if (piece === undefined) return
  const { owner, sizeBytes, mediaType } = piece
  store.noteBlob({ sha: sha256, owner, sizeBytes, mediaType, verifiedAt: now })
  // The district has just given it out.
  store.setMeta(sentMark(store) + sha256, '1')
}

async function ownPieceOf(store: DeviceStore, sha256: string) {
  const owner = store.standing().actor.person
  const [piece] = await all(store, EvidenceRecord, { where: { owner, sha: sha256 } })
  return piece?.body.file && { owner, ...piece.body.file }
}
