import type { House } from '../house.ts'
import { namedBy } from './named-by.ts'
import type { Swept } from './sweep.ts'

/** What letting go needs of the house. */
export interface LetGoNeeds {
  readonly store: Pick<
    House['store'],
    'seen' | 'blobsWith' | 'noteBlob' | 'letGoOf' | 'dropBlob' | 'markBlob' | 'unmarkBlob'
  >
  readonly blobs: House['blobs']
}

/**
 * Takes away the files of an owner's pieces that were deleted for good, but for what another piece or a claim of theirs names,
 * and what others keep. Cut off at any place, it is done again: the mark goes last.
 */
export async function letGoDeleted({ store, blobs }: LetGoNeeds, owner: string): Promise<Swept> {
  const isNamed = async (sha: string) => (await namedBy({ store }, owner)).has(sha)
  const letGo = async (sha: string) => {
    if (await isNamed(sha)) return { isNamed: true }
    const kept = (await store.blobsWith(sha)).find(one => one.owner === owner)
    await store.dropBlob(sha, owner)
    // A command may have named it while the names were read; from here on none finds it, and waits for it.
    if (kept !== undefined && (await isNamed(sha))) {
      await store.noteBlob(kept)
      return { isNamed: true }
    }
    const isOthers = (await store.blobsWith(sha)).length > 0
    return { isNamed: false, sizeBytes: isOthers ? undefined : await blobs.remove(sha) }
  }
  let files = 0
  let bytes = 0
  for (const sha of await store.letGoOf(owner)) {
    // Nothing that arrives meanwhile is taken for it.
    const sizeBytes = await blobs.alone(sha, async () => {
      for (;;) {
        const gone = await letGo(sha)
        await store.unmarkBlob(sha, owner)
        if (!gone.isNamed || (await isNamed(sha))) return gone.sizeBytes
        // What named it was deleted at this very moment, and the mark that was taken was also that one's.
        await store.markBlob(sha, owner)
      }
    })
    if (sizeBytes === undefined) continue
    files++
    bytes += sizeBytes
  }
  return { files, bytes }
}
