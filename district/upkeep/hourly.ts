import type { Timers } from '../../core/kit/timers.ts'

const hourMs = 3_600_000

/**
 * Does work each hour, unless the time before is still at it: what waits long for servers elsewhere must not come upon
 * itself. Returns how to end it.
 */
export function hourly(
  timers: Timers,
  work: () => Promise<void>,
  onDefect: (error: unknown) => void,
): () => void {
  let isAtIt = false
  let isEnded = false
  const round = async () => {
    if (isAtIt) return
    isAtIt = true
    try {
      await work()
    } catch (error) {
      // What it worked with is closed by then.
      if (!isEnded) onDefect(error)
    } finally {
      isAtIt = false
    }
  }
  const end = timers.every(hourMs, () => void round())
  return () => {
    isEnded = true
    end()
  }
}
