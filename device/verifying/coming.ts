import { randomUUID } from 'node:crypto'
import type { ComingRows } from '../../db/verifying-store/coming.ts'

/** A folder of which no file came for so long (ms) has been given up by whoever sent it. */
const quietMsMax = 60_000

export interface ComingParts {
  readonly rows: ComingRows
  /** It ended before it was all there. */
  onBroken(batch: string, name: string): void
  /** Nothing of it comes any more, whether it is all there or not. */
  onEnd(batch: string): void
  onDefect(error: unknown, where: string): void
}

/** One thing on its way. */
export interface Arriving {
  readonly id: string
  /** Somebody does not want the rest of it. */
  isStopped(): boolean
  /** All there is of it is there. */
  done(): void
  /** It broke off. */
  broken(): void
}

/** What is on its way into batches: without it a batch that lacks the half of a zip would look complete. */
export interface Coming {
  /** `isQuiet`: it comes in requests of its own, and is given up when none comes for a while. */
  begin(batch: string, name: string, isQuiet?: boolean): Arriving
  get(id: string): Arriving | undefined
  isComing(batch: string): boolean
  /** Something of a batch has come. */
  touch(batch: string): void
  /** The rest of what comes into a batch is not wanted. */
  stop(batch: string): void
  close(): void
}

interface Open {
  readonly batch: string
  readonly name: string
  readonly arriving: Arriving
  isStopped: boolean
  timer: NodeJS.Timeout | undefined
}

/** Nothing is on its way yet; what was, when an earlier run ended, is told as broken off. */
export function startComing(parts: ComingParts): Coming {
  const { rows } = parts
  const open = new Map<string, Open>()
  const forget = (id: string, batch: string, name: string, isBroken: boolean) => {
    try {
      if (isBroken) parts.onBroken(batch, name)
      rows.end(id)
    } catch (error) {
      // A full disk: the row stays, and the next start tells it.
      parts.onDefect(error, 'verifying')
    }
  }
  for (const { id, batch, name } of rows.all()) forget(id, batch, name, true)

  const end = (id: string, isBroken: boolean) => {
    const one = open.get(id)
    if (one === undefined) return
    clearTimeout(one.timer)
    open.delete(id)
    forget(id, one.batch, one.name, isBroken)
    parts.onEnd(one.batch)
  }
  const wait = (id: string, one: Open) => {
    clearTimeout(one.timer)
    one.timer = setTimeout(() => end(id, true), quietMsMax)
    one.timer.unref()
  }
  const of = (batch: string) => [...open].filter(([, one]) => one.batch === batch)
  return {
    begin(batch, name, isQuiet = false) {
      const id = randomUUID()
      rows.begin({ id, batch, name })
      const arriving: Arriving = {
        id,
        isStopped: () => one.isStopped,
        done: () => end(id, false),
        broken: () => end(id, true),
      }
      const one: Open = { batch, name, arriving, isStopped: false, timer: undefined }
      open.set(id, one)
      if (isQuiet) wait(id, one)
      return arriving
    },
    get: id => open.get(id)?.arriving,
    isComing: batch => of(batch).length > 0,
    touch(batch) {
      for (const [id, one] of of(batch)) if (one.timer !== undefined) wait(id, one)
    },
    stop(batch) {
      for (const [id, one] of of(batch)) {
        one.isStopped = true
        // Nobody else would end it: whoever sent it was told to stop.
        if (one.timer !== undefined) end(id, true)
      }
    },
    close() {
      for (const { timer } of open.values()) clearTimeout(timer)
      open.clear()
    },
  }
}
