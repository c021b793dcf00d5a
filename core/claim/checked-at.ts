import type { Attempt } from './record.ts'

/** A district's last restore, as it matters to dates (epoch ms). */
export interface Restored {
  readonly at: number
  /** When the copy that it came back from was last written to. */
  readonly copyAt: number
}

/**
 * When an attempt counts as let go to a reader (epoch ms): now. Of one that was sent before a restore, in case it was read
 * before it too, as early as the lost record may have let it go: else that reading, which comes again with its own date,
 * would have been done before anybody could. No earlier than the copy all the same: what stood then is not lost.
 */
export function checkedAt(
  { submittedAt }: Pick<Attempt, 'submittedAt'>,
  restored: Restored | undefined,
  now: number,
): number {
  if (restored === undefined || submittedAt >= restored.at) return now
  return Math.min(now, Math.max(submittedAt, restored.copyAt))
}
