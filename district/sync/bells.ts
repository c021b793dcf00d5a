import type { Timers } from '../../core/kit/timers.ts'
import type { Sql } from '../../db/sql/steps.ts'
import { headsOf } from '../../db/district-store/page.ts'

/** Commits that come close together are looked at once (ms). */
const togetherMs = 5
/** Between two looks there is so many times what one takes: with tens of thousands who wait, looking is not all that is done. */
const lookRest = 4
/** And no longer than this (ms): one look that a busy database held up says little about the next. */
const lookRestMsMax = 1_000

/** Wakes those who wait for something new in a stream. */
export interface Bells {
  /** Something was committed; those whose streams moved are woken soon after. */
  rung(): void
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

/** Bells for a database: one look at the heads of all streams that are waited for, however many wait. */
export function bellsOf(sql: Sql, onDefect: (error: unknown) => void, timers: Timers): Bells {
  const listeners = new Map<string, Set<Listener>>()
  const known = new Map<string, number>()
  let isSoon = false
  /** How long the last look took (ms). */
  let lookMs = 0

  const heads = (streams: readonly string[]) => sql.snapshot(() => headsOf(streams, sql.dialect))
  const ring = (listener: Listener) => {
    listener.isRung = true
    listener.wake?.()
  }
  const look = async () => {
    isSoon = false
    const waited = [...listeners.keys()]
    if (waited.length === 0) return
    const begunMs = timers.passedMs()
    const found = await heads(waited)
    lookMs = timers.passedMs() - begunMs
    for (const [stream, head] of found) {
      if (known.get(stream) === head) continue
      known.set(stream, head)
      listeners.get(stream)?.forEach(ring)
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
    rung() {
      if (isSoon) return
      isSoon = true
      timers.after(
        Math.max(togetherMs, Math.min(lookMs * lookRest, lookRestMsMax)),
        () => void look().catch(onDefect),
      )
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
