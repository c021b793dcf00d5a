/** A clock that runs ahead is put right within so long (ms): what it makes due waits, and is looked at again. */
export const dueWaitsMs = 3 * 86_400_000

/** A piece in the trash, and from when on it is to be deleted by itself (epoch ms). */
interface Lying {
  readonly id: string
  readonly from: number
}

/** What became due, and since when it was seen to be (epoch ms), by the id of the piece. */
export type DueSince = Readonly<Record<string, number>>

/**
 * Which pieces are deleted now: those that have been due at every look for three days. So a clock that jumped deletes nothing
 * on that day, and once it is put right nothing is due any more.
 */
export function overdue(
  lying: readonly Lying[],
  before: DueSince,
  nowMs: number,
): { readonly ids: readonly string[]; readonly waiting: DueSince } {
  const waiting: Record<string, number> = {}
  const ids: string[] = []
  for (const { id, from } of lying) {
    if (nowMs < from) continue
    // A clock that was put back begins the wait anew.
    const since = Math.min(before[id] ?? nowMs, nowMs)
    waiting[id] = since
    if (nowMs - since >= dueWaitsMs) ids.push(id)
  }
  return { ids, waiting }
}
