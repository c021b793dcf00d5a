import type { House } from '../house.ts'

/**
 * Forgets that somebody keeps a file, and takes it away but for others who keep the same bytes. To be called while nobody else
 * is at that file (`blobs.alone`). The file first: what is forgotten would not be looked for again.
 */
export async function forgetFile(
  { store, blobs }: Pick<House, 'store' | 'blobs'>,
  sha: string,
  owner: string,
): Promise<void> {
  const isOthers = (await store.blobsWith(sha)).some(one => one.owner !== owner)
  if (!isOthers) await blobs.remove(sha)
  await store.forgetBlob(sha, owner)
}
