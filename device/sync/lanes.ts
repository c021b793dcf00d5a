import type { ToUpload } from './to-upload.ts'
import { smallBytesMax } from './upload.ts'

/** How many files go to the district at once at most. */
export const lanesMax = 4
/** A small file that took no longer (ms) went over a quick line: one more may go beside it. */
const quickMs = 1_000
/** One that took longer (ms) fills its line by itself: the next go one after the other. */
const slowMs = 4_000

/**
 * How many small files go at once after one of them took so long (ms). A slow line is not shared: what breaks off on it
 * would be a piece of each, and none would arrive sooner.
 */
export function lanesAfter(lanes: number, tookMs: number): number {
  if (tookMs > slowMs) return 1
  return tookMs > quickMs ? lanes : Math.min(lanesMax, lanes + 1)
}

/**
 * The next of the files that wait, in their order, beside those that are under way. One large one at a time, since it
 * fills a line by itself, and it holds no small one up.
 */
export function nextToGo(
  waiting: readonly ToUpload[],
  underWay: readonly ToUpload[],
  lanes: number,
): ToUpload | undefined {
  if (underWay.length >= lanesMax) return undefined
  const largeCount = underWay.filter(isLarge).length
  const smallCount = underWay.length - largeCount
  const going = new Set(underWay.map(({ sha256 }) => sha256))
  return waiting.find(file => {
    if (going.has(file.sha256)) return false
    return isLarge(file) ? largeCount === 0 : smallCount < lanes
  })
}

/** Whether a file goes in parts, to be gone on with where it stopped. */
export const isLarge = ({ sizeBytes }: Pick<ToUpload, 'sizeBytes'>): boolean =>
  sizeBytes > smallBytesMax
