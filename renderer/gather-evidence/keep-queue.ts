import type { Calendar } from '../../core/turnaround/working-days.ts'
import { isUnderWay, type Arrival, type Outcome } from './arrival.ts'
import type { SlotPlace } from './slot-place.ts'
import { readableName } from './readable-name.ts'

/** What a file needs besides itself. */
export interface KeptFor {
  readonly calendar: Calendar
  readonly slot: SlotPlace | undefined
}

export interface Keeping {
  onProgress(sentBytes: number): void
  readonly signal: AbortSignal
}

/** Keeps one file; never throws. */
export type KeepOne = (file: File, to: KeptFor, keeping: Keeping) => Promise<Outcome>

/** Files on their way into the evidence, one after the other; they go on whatever screen is in sight. */
export interface KeepQueue {
  add(files: readonly File[], to: KeptFor): void
  /** Puts something that is kept already beside the files: a link. */
  note(name: string, outcome: Outcome, slot: SlotPlace | undefined): void
  again(key: string): void
  /** Tells what has become of something since: taken out of the trash. */
  become(key: string, outcome: Outcome): void
  /** Stops the file under way and those that wait. What is kept stays. */
  stop(): void
  /** Forgets what is done with; nothing that is under way. */
  clear(): void
  readonly arrivals: () => readonly Arrival[]
  subscribe(listener: () => void): () => void
}

interface Job {
  readonly file: File
  readonly to: KeptFor
}

/** An empty queue. */
export function keepQueue(keepOne: KeepOne): KeepQueue {
  let arrivals: readonly Arrival[] = []
  let count = 0
  let isRunning = false
  let stopping = new AbortController()
  const jobs = new Map<string, Job>()
  const listeners = new Set<() => void>()

  const put = (next: readonly Arrival[]) => {
    arrivals = next
    for (const listener of listeners) listener()
  }
  const move = (key: string, state: Arrival['state']) =>
    put(arrivals.map(one => (one.key === key ? { ...one, state } : one)))

  const run = async () => {
    if (isRunning) return
    isRunning = true
    for (;;) {
      const next = arrivals.find(one => one.state.at === 'waiting')
      const job = next === undefined ? undefined : jobs.get(next.key)
      if (next === undefined || job === undefined) break
      const { signal } = stopping
      move(next.key, { at: 'keeping', sentBytes: 0 })
      const outcome = await keepOne(job.file, job.to, {
        signal,
        onProgress: sentBytes => {
          if (!signal.aborted) move(next.key, { at: 'keeping', sentBytes })
        },
      })
      // Kept is kept, even when it was to be stopped in the same moment.
      const isStopped = signal.aborted && outcome.at === 'refused'
      move(next.key, isStopped ? { at: 'stopped' } : outcome)
      if (outcome.at !== 'refused') jobs.delete(next.key)
    }
    isRunning = false
  }
  const named = (name: string, sizeBytes: number, slot: SlotPlace | undefined) => {
    count += 1
    return { key: String(count), name, sizeBytes, slot }
  }

  return {
    add(files, to) {
      const added = files.map(file => {
        const arrival = named(readableName(file.name), file.size, to.slot)
        jobs.set(arrival.key, { file, to })
        return { ...arrival, state: { at: 'waiting' as const } }
      })
      // The newest stand on top, and come in first.
      put([...added, ...arrivals])
      void run()
    },
    note(name, outcome, slot) {
      put([{ ...named(name, 0, slot), state: outcome }, ...arrivals])
    },
    again(key) {
      if (!jobs.has(key)) return
      move(key, { at: 'waiting' })
      void run()
    },
    become: move,
    stop() {
      stopping.abort()
      stopping = new AbortController()
      put(
        arrivals.map(one =>
          one.state.at === 'waiting' ? { ...one, state: { at: 'stopped' } } : one,
        ),
      )
    },
    clear() {
      const left = arrivals.filter(isUnderWay)
      for (const key of jobs.keys()) if (!left.some(one => one.key === key)) jobs.delete(key)
      put(left)
    },
    arrivals: () => arrivals,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
