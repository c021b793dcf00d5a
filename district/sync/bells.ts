import type { Timers } from '../../core/kit/timers.ts'
import type { Sql } from '../../db/sql/steps.ts'
import { headsOf } from '../../db/district-store/page.ts'

/** Commits that come close together wake once (ms). */
const togetherMs = 5

/** Wakes those who wait for something new in a stream. */
export interface Bells {
  /** Streams moved, to these last numbers; those who wait for them are woken soon after. */
  rung(moved: ReadonlyMap<string, number>): void
  /** Listens to streams from now on: what is committed after this resolves is not missed. */
  listen(streams: readonly string[]): Promise<Listening>
  /** Wakes everybody who waits. */
  wakeAll(): void
}

export interface Listening {
  /** Resolves when one of the streams moved since `listen`, after so long (ms), or when nobody waits any more. */
  heard(mostMs: number, signal: AbortSignal): Promise<void>
  /** Ends listening. */
  end(): void
}

interface Listener {
  readonly streams: readonly string[]
  isRung: boolean
  wake: (() => void) | undefined
}

/**
 * Bells for a database. What moved is told by who moved it, so waking costs by what moved and who waits for that, however
 * many wait for something else; the database is asked only where a stream begins to be waited for.
 */
export function bellsOf(sql: Sql, timers: Timers): Bells {
  const listeners = new Map<string, Set<Listener>>()
  const known = new Map<string, number>()
  let moving = new Map<string, number>()

  const heads = (streams: readonly string[]) => sql.snapshot(() => headsOf(streams, sql.dialect))
  const ring = (listener: Listener) => {
    listener.isRung = true
    listener.wake?.()
  }
  const wake = () => {
    const moved = moving
    moving = new Map()
    for (const [stream, head] of moved) {
      const waiting = listeners.get(stream)
      // Who began to wait since then knows of it.
      if (waiting === undefined || (known.get(stream) ?? 0) >= head) continue
      known.set(stream, head)
      waiting.forEach(ring)
    }
  }
  const forget = (listener: Listener) => {
    for (const stream of listener.streams) {
      const all = listeners.get(stream)
      all?.delete(listener)
      if (all?.size !== 0) continue
      listeners.delete(stream)
      known.delete(stream)
    }
  }
  return {
    rung(moved) {
      const isSoon = moving.size > 0
      for (const [stream, head] of moved) if (listeners.has(stream)) moving.set(stream, head)
      if (!isSoon && moving.size > 0) timers.after(togetherMs, wake)
    },
    async listen(streams) {
      const listener: Listener = { streams, isRung: false, wake: undefined }
      for (const stream of streams) {
        const all = listeners.get(stream) ?? new Set()
        listeners.set(stream, all.add(listener))
      }
      const fresh = streams.filter(stream => !known.has(stream))
      if (fresh.length > 0) {
        const found = await heads(fresh).catch((error: unknown) => {
          forget(listener)
          throw error
        })
        for (const stream of fresh)
          if (!known.has(stream)) known.set(stream, found.get(stream) ?? 0)
      }
      return {
        heard: (mostMs, signal) => waited(listener, timers, mostMs, signal),
        end: () => forget(listener),
      }
    },
    wakeAll() {
      for (const all of listeners.values()) all.forEach(ring)
    },
  }
}

function waited(
  listener: Listener,
  timers: Timers,
  mostMs: number,
  signal: AbortSignal,
): Promise<void> {
  if (listener.isRung || signal.aborted) return Promise.resolve()
  return new Promise(resolve => {
    const done = () => {
      forget()
      signal.removeEventListener('abort', done)
      listener.wake = undefined
      resolve()
    }
    const forget = timers.after(mostMs, done)
    listener.wake = done
    signal.addEventListener('abort', done)
  })
}
