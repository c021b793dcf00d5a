import type { Timers } from '../../core/kit/timers.ts'
import type { Blob } from '../../db/district-store/blobs.ts'

/** How long a note waits at most (ms) for others that are about to come: a flush that all of them share takes as long. */
const gatherMs = 10

/** Notes of whose file it is, several with one flush where several files end at one moment. */
export interface Noting {
  /** Does the work that may lead to a note; who notes meanwhile waits for this one a moment. */
  expecting<T>(work: () => Promise<T>): Promise<T>
  /** Resolves once it is noted, and lasts. */
  note(blob: Blob): Promise<void>
}

interface Waiting {
  readonly blob: Blob
  resolve(): void
  reject(error: unknown): void
}

/** Nothing is noted yet. `write` notes several in one transaction. */
export function notingBy(write: (blobs: readonly Blob[]) => Promise<void>, timers: Timers): Noting {
  let expected = 0
  let waiting: Waiting[] = []
  let forget: (() => void) | undefined

  const writeAll = () => {
    forget?.()
    forget = undefined
    const all = waiting
    waiting = []
    if (all.length === 0) return
    write(all.map(({ blob }) => blob)).then(
      () => all.forEach(one => one.resolve()),
      (error: unknown) => all.forEach(one => one.reject(error)),
    )
  }
  /** All that were about to note something have come, or ended without. */
  const look = () => {
    if (waiting.length >= expected) writeAll()
    else if (waiting.length > 0) forget ??= timers.after(gatherMs, writeAll)
  }
  return {
    async expecting(work) {
      expected++
      try {
        return await work()
      } finally {
        expected--
        look()
      }
    },
    note: blob =>
      new Promise((resolve, reject) => {
        waiting.push({ blob, resolve, reject })
        look()
      }),
  }
}
