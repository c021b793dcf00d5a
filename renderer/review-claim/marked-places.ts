import type { Anchor } from '../../core/claim/record.ts'
import type { Review } from '../../core/review/record.ts'

/** A place that the reader pointed at, with its number in the whole reading. */
export interface MarkedPlace {
  /** From 1, in the order in which they were made. */
  readonly n: number
  readonly criterion: string
  readonly mark: string
  readonly anchor: Anchor
}

/** All places of a reading, numbered in the order they were made. */
export function markedPlaces(anchors: Review['anchors']): readonly MarkedPlace[] {
  return Object.entries(anchors)
    .map(([key, anchor]) => {
      const slash = key.lastIndexOf('/')
      return { criterion: key.slice(0, slash), mark: key.slice(slash + 1), anchor }
    })
    .toSorted((a, b) => (a.mark < b.mark ? -1 : 1))
    .map((place, at) => ({ n: at + 1, ...place }))
}

const clockDigits = 9

/** A new mark's id: it sorts by when it was made (`at`: epoch ms), `chance` tells two of one moment apart. */
export const markId = (at: number, chance: string): string =>
  `${at.toString(36).padStart(clockDigits, '0')}-${chance.slice(0, 8)}`
