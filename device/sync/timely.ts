import { wireLimits } from '../../contract/sync/version.ts'

/** An answer that took longer (ms) says nothing of the time now: longer than any is held back, and its way. */
export const timelyMsMax = wireLimits.pullWaitMs + 15_000

/**
 * Whether an answer tells the time of now: `askedAt` and `now`, when it is read, by this computer's clock (epoch ms). A laptop
 * that is shut with an answer on its way reads it a week later: taken for the time of now, it would put this computer's clock
 * a week ahead in its own eyes, and every request would be refused as too old. Nor does an answer tell it over which this
 * clock itself was put on or back; the next one does.
 */
export const isTimely = (askedAt: number, now: number): boolean =>
  now >= askedAt && now - askedAt <= timelyMsMax
