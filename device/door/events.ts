import type { DoorEvent } from '../../contract/device/door.ts'
import type { SyncState } from '../../contract/device/session.ts'
import { lines } from './answer.ts'

/** A change is told at once; those that follow within so long (ms) are told together. */
const gatherMs = 100
/** How often a quiet stream says that it is alive (ms). */
const aliveMs = 15_000

/** The stream of events for all windows. It announces; it starts no work. */
export interface Events {
  /** Records may look different: `kind/id` each. */
  changed(keys: Iterable<string>): void
  sync(state: SyncState): void
  /** The records of another device are shown from now on; `undefined`: nobody's yet. */
  shown(device: string | undefined): void
  /** Number of the last event. */
  seq(): number
  stream(): Response
  close(): void
}

interface Listener {
  put(event: DoorEvent): void
  end(): void
}

/** Begins a stream under a name of its own, so that a window notices another program. */
export function startEvents(epoch: string, current: () => SyncState): Events {
  const listeners = new Set<Listener>()
  let seq = 0
  let gathered = new Set<string>()
  let resting: NodeJS.Timeout | undefined
  let lastSync = ''

  const tell = (event: DoorEvent) => {
    for (const listener of listeners) listener.put(event)
  }
  const next = () => ({ epoch, seq: ++seq })
  const flush = () => {
    resting = undefined
    if (gathered.size === 0) return
    resting = setTimeout(flush, gatherMs)
    const keys = [...gathered]
    gathered = new Set()
    const kinds = [...new Set(keys.map(key => key.slice(0, key.indexOf('/'))))]
    const ids = keys.map(key => key.slice(key.indexOf('/') + 1))
    tell({ event: 'changed', ...next(), kinds, ids })
  }
  const alive = setInterval(() => tell({ event: 'alive', epoch, seq }), aliveMs)
  alive.unref()

  return {
    changed(keys) {
      for (const key of keys) gathered.add(key)
      if (resting === undefined) flush()
    },
    sync(state) {
      const text = JSON.stringify(state)
      if (text === lastSync) return
      lastSync = text
      tell({ event: 'sync', ...next(), sync: state })
    },
    shown: device =>
      tell({ event: 'shown', ...next(), ...(device === undefined ? {} : { device }) }),
    seq: () => seq,
    stream() {
      let listener: Listener | undefined
      return lines(
        (put, end) => {
          listener = { put, end }
          listeners.add(listener)
          put({ event: 'hello', epoch, seq, sync: current() } satisfies DoorEvent)
        },
        () => {
          if (listener !== undefined) listeners.delete(listener)
        },
      )
    },
    close() {
      clearInterval(alive)
      clearTimeout(resting)
      for (const listener of listeners) listener.end()
      listeners.clear()
    },
  }
}
