import type { Timers } from '../../core/kit/timers.ts'

const firstMs = 1_000
/** A person who sees their network come back does not wait longer for the program to see it too. */
const mostMs = 10_000

/** How long to wait after a number of failures in a row (ms): doubling, with chance, so that not all come at once. */
export function pauseMs(failures: number, chance: number): number {
  const most = Math.min(mostMs, firstMs * 2 ** Math.min(failures, 10))
  return Math.round(most / 2 + (most / 2) * chance)
}

/** Something to wait for that can be hurried. */
export interface Bell {
  ring(): void
  /** Resolves at the next ring, or after so long (ms). A ring while nobody waits is not lost. */
  wait(mostMs: number, signal: AbortSignal): Promise<void>
}

/** A bell. */
export function bell(timers: Timers): Bell {
  let isRung = false
  let wake: (() => void) | undefined
  return {
    ring() {
      isRung = true
      wake?.()
    },
    wait(ms, signal) {
      if (isRung || signal.aborted) {
        isRung = false
        return Promise.resolve()
      }
      return new Promise(resolve => {
        const done = () => {
          forget()
          signal.removeEventListener('abort', done)
          wake = undefined
          isRung = false
          resolve()
        }
        const forget = timers.after(ms, done)
        wake = done
        signal.addEventListener('abort', done)
      })
    },
  }
}
