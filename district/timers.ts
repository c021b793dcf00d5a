import type { Timers } from '../core/kit/timers.ts'

/** The time of this process. */
export const ownTimers: Timers = {
  passedMs: () => performance.now(),
  after(ms, work) {
    const timer = setTimeout(work, ms)
    return () => clearTimeout(timer)
  },
  every(ms, work) {
    const timer = setInterval(work, ms).unref()
    return () => clearInterval(timer)
  },
}
