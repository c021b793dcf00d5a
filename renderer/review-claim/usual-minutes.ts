import type { Review } from '../../core/review/record.ts'
import type { Row } from '../../contract/device/row.ts'

const minuteMs = 60_000

/** Active minutes of a reading, rounded. */
export const minutesOf = (activeMs: number): number => Math.round(activeMs / minuteMs)

/**
 * What a reading of a rubric usually takes this coach: the median of their own finished ones (minutes, at least 1);
 * `undefined` while there is none. Nobody else's pace, and no guess.
 */
export function usualMinutes(
  finished: readonly Row<Review>[],
  rubricVersion: string,
): number | undefined {
  const times = finished
    .filter(review => review.body.rubricVersion === rubricVersion && review.body.activeMs > 0)
    .map(review => review.body.activeMs)
    .toSorted((a, b) => a - b)
  const upper = times[Math.floor(times.length / 2)]
  const lower = times[Math.floor((times.length - 1) / 2)]
  if (upper === undefined || lower === undefined) return undefined
  return Math.max(1, minutesOf((upper + lower) / 2))
}
