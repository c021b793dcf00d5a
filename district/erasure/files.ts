import { forgetFile } from '../evidence/forget-file.ts'
import type { Uploads } from '../evidence/uploads.ts'
import type { House } from '../house.ts'

/** What erasing files needs of the house; `uploads`: the very ones that take files in. */
export interface FilesNeeds extends Pick<House, 'store' | 'blobs'> {
  readonly uploads: Pick<Uploads, 'removeOf'>
}

/**
 * Takes away what of a person's files has not arrived whole, then those that only they keep, and forgets that they keep the
 * others. A file that somebody else handed in as well is theirs. Cut off, it goes on where it was.
 */
export async function eraseFiles(
  { store, blobs, uploads }: FilesNeeds,
  person: string,
): Promise<void> {
  // First: what arrives whole at this moment is one of the others.
  await uploads.removeOf(person)
  for (const { sha } of await store.blobsOf(person))
    await blobs.alone(sha, () => forgetFile({ store, blobs }, sha, person))
}
