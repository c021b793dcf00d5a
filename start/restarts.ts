const windowMs = 60_000
/** A program that stops more often than this in a minute will stop again: restarting it only hides why. */
const restartsMax = 5

/** Counts how often a program stopped in the last minute. */
export function restartsWithin(now: () => number): {
  /** Notes one more stop; whether it was one too many. */
  isTooOften(): boolean
  times(): number
} {
  let stops: number[] = []
  return {
    isTooOften() {
      const at = now()
      stops = [...stops.filter(stop => stop > at - windowMs), at]
      return stops.length > restartsMax
    },
    times: () => stops.length,
  }
}
