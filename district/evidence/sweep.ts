import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { ifThere } from './is-absent.ts'
import type { House } from '../house.ts'
import { namedBy } from './named-by.ts'

/** How long a file stays that nothing names any more (ms; sync.md §3.7). That of a piece that was deleted goes at once. */
export const unusedMs = 30 * 86_400_000

/** What sweeping needs of the house. */
export interface SweepNeeds {
  readonly store: Pick<
    House['store'],
    'seen' | 'ownerAfter' | 'sweepUnused' | 'blobsWith' | 'noteBlob'
  >
  readonly blobs: House['blobs']
}

/** What a sweep has taken away. */
export interface Swept {
  readonly files: number
  readonly bytes: number
}

/**
 * Sweeps the files of the owner who comes after another one by name: what nothing has named for thirty days is no longer
 * theirs, and goes from the disk where it is nobody's. Returns whose it was; `undefined`: nobody is left.
 */
export async function sweepNext(
  { store, blobs }: SweepNeeds,
  after: string,
  nowMs: number,
): Promise<{ readonly owner: string; readonly swept: Swept } | undefined> {
  const owner = await store.ownerAfter(after)
  if (owner === undefined) return undefined
  const named = () => namedBy({ store }, owner)
  const forgotten = await store.sweepUnused(owner, await named(), nowMs, unusedMs)
  // A command may have named one while the names were read. From here on none finds them: what names one waits for it.
  const still = forgotten.length === 0 ? new Set<string>() : await named()
  for (const blob of forgotten) if (still.has(blob.sha)) await store.noteBlob(blob)
  const shas = forgotten.map(({ sha }) => sha)
  return { owner, swept: await removed({ store, blobs }, shas) }
}

/** Takes away what lies in one of the folders of files for thirty days and is nobody's: a crash may have left it. */
export async function sweepFolder(
  needs: SweepNeeds,
  folder: string,
  nowMs: number,
): Promise<Swept> {
  const path = join(needs.blobs.folder, folder)
  const names = (await ifThere(readdir(path))) ?? []
  const old: string[] = []
  for (const name of names.filter(isSha)) {
    const found = await ifThere(stat(join(path, name)))
    if (found !== undefined && nowMs - found.mtimeMs >= unusedMs) old.push(name)
  }
  return removed(needs, old)
}

/** The names that folders of files have. */
export const folderNames: readonly string[] = Array.from({ length: 256 }, (_, n) =>
  n.toString(16).padStart(2, '0'),
)

const isSha = (name: string): boolean => /^[0-9a-f]{64}$/.test(name)

async function removed({ store, blobs }: SweepNeeds, shas: readonly string[]): Promise<Swept> {
  let files = 0
  let bytes = 0
  for (const sha of shas) {
    // Nothing that arrives meanwhile is taken for nobody's.
    const sizeBytes = await blobs.alone(sha, async () =>
      (await store.blobsWith(sha)).length > 0 ? undefined : blobs.remove(sha),
    )
    if (sizeBytes === undefined) continue
    files++
    bytes += sizeBytes
  }
  return { files, bytes }
}
