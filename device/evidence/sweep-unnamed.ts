import type { DeviceStore } from '../../db/device-store/open.ts'
import type { Standing } from '../../db/device-store/standing.ts'
import { isArriving } from '../../db/device-store/standing.ts'
import { sentMark } from '../sync/sent-mark.ts'
import type { BlobStore } from './blob-store.ts'

/** How long a file stays that nothing here names (ms): thirty days. That of a piece that was deleted goes at once. */
export const unnamedMs = 30 * 86_400_000
/** What passes between two looks counts up to this (ms): a clock that jumps makes no file old. */
const stepMsMax = 7 * 86_400_000
/** So many are looked at in a round: whether something names one may mean reading all claims that are here. */
const filesMax = 20

const place = 'unnamed'
const reachedPlace = 'unnamed-looked-at'

interface Parts {
  readonly store: DeviceStore
  readonly blobs: Pick<BlobStore, 'remove'>
  clock(): number
}

/** Of a file that nothing names: for how long it was seen so, and when last (ms). */
type Unnamed = Readonly<Record<string, readonly [waitedMs: number, seenAt: number]>>

/**
 * Looks at some files that no evidence here has, round by round, and takes away what nothing has named for thirty days: what
 * was brought and never kept, what an earlier program did not let go of, what records that were put back to an older copy
 * know nothing of. To be called when what is seen here is what the district says; while that is only half here it does
 * nothing.
 */
export function sweepUnnamed(
  { store, blobs, clock }: Parts,
  isSending: (sha256: string) => boolean = () => false,
): void {
  if (isHalfHere(store.standing())) return
  const stored = store.meta(place) ?? '{}'
  const unnamed = new Map(Object.entries<Unnamed[string]>(JSON.parse(stored)))
  const reached = store.meta(reachedPlace) ?? ''
  const files = store.files.loose(reached, filesMax)
  const failures: unknown[] = []
  for (const sha256 of files) {
    const now = clock()
    if (isSending(sha256) || store.files.namedBy(sha256, now) !== undefined) {
      unnamed.delete(sha256)
      continue
    }
    const [waitedMs, seenAt] = unnamed.get(sha256) ?? [0, now]
    const waited = waitedMs + Math.min(Math.max(now - seenAt, 0), stepMsMax)
    unnamed.set(sha256, [waited, now])
    if (waited < unnamedMs) continue
    try {
      blobs.remove(sha256)
      store.files.forget(sha256)
      // Whoever brings it again brings it to the district, too.
      store.setMeta(sentMark(store) + sha256, '')
      store.setMeta(`upload:${sha256}`, '')
      unnamed.delete(sha256)
    } catch (error) {
      failures.push(error)
    }
  }
  // Of what evidence has by now, or is here no more, nothing is remembered: it begins anew.
  for (const sha256 of [...unnamed.keys()]) if (!store.files.isLoose(sha256)) unnamed.delete(sha256)
  const text = JSON.stringify(Object.fromEntries(unnamed))
  if (text !== stored) store.setMeta(place, text)
  const next = files.length < filesMax ? '' : (files.at(-1) ?? '')
  if (next !== reached) store.setMeta(reachedPlace, next)
  if (failures.length > 0) throw failures[0]
}

/** Whether some of what the district says is still on its way. */
const isHalfHere = (standing: Standing): boolean =>
  isArriving(standing) ||
  standing.midPull ||
  standing.resyncing ||
  (standing.anew ?? []).length > 0 ||
  Object.keys(standing.renewing ?? {}).length > 0
