import { useSyncExternalStore } from 'react'
import type { Verified } from '../../contract/device/door.ts'
import { DoorRefused } from '../door/door.ts'
import type { Checked, Found } from './verdict.ts'

/** So many badges are checked in one go; more would only wait behind them. */
export const inputsMax = 500
/** The door takes no larger badge (bytes). */
const badgeBytesMax = 8_388_608
/** So many are on their way to the door at once. */
const atOnce = 2

export interface Input {
  readonly name: string
  readonly bytes: Blob
}

export interface Batch {
  readonly checked: readonly Checked[]
  /** While badges are being checked: how far. */
  readonly running: { readonly done: number; readonly all: number } | undefined
  /** So many didn't fit in one go. */
  readonly leftOut: number
  /** So many were not checked because the person stopped. */
  readonly stopped: number
}

type Verify = (bytes: Blob) => Promise<Verified>

const empty: Batch = { checked: [], running: undefined, leftOut: 0, stopped: 0 }
let batch: Batch = empty
let inputs: ReadonlyMap<number, Input> = new Map()
let lastId = 0
let stop = new AbortController()
const listeners = new Set<() => void>()

function put(next: Partial<Batch>): void {
  batch = { ...batch, ...next }
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** What was checked in this window; it stays when the person goes elsewhere and comes back. */
export const useBatch = (): Batch => useSyncExternalStore(subscribe, () => batch)

/** Checks inputs, a few at once; each stands in the list as soon as its answer is there. */
export async function check(given: readonly Input[], verify: Verify): Promise<void> {
  const fitting = given.slice(0, inputsMax)
  const waiting = fitting.map(input => ({ id: ++lastId, input }))
  inputs = new Map([...inputs, ...waiting.map(({ id, input }) => [id, input] as const)])
  const { signal } = stop
  const before = batch.running ?? { done: 0, all: 0 }
  put({
    running: { done: before.done, all: before.all + waiting.length },
    leftOut: given.length - fitting.length,
    stopped: 0,
  })
  const work = async () => {
    for (;;) {
      const next = signal.aborted ? undefined : waiting.shift()
      if (next === undefined) return
      const found = await answerOf(next.input, verify)
      if (signal.aborted) return
      const { running } = batch
      put({
        checked: [...batch.checked, { id: next.id, name: next.input.name, found }],
        ...(running === undefined ? {} : { running: { ...running, done: running.done + 1 } }),
      })
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  const { running } = batch
  if (running !== undefined && running.done >= running.all) put({ running: undefined })
}

/** Stops after what is on its way; the rest is told as not checked. */
export function stopChecking(): void {
  const { running } = batch
  stop.abort()
  stop = new AbortController()
  put({ running: undefined, stopped: running === undefined ? 0 : running.all - running.done })
}

/** Forgets everything that was checked here. */
export function clearBatch(): void {
  stop.abort()
  stop = new AbortController()
  inputs = new Map()
  put(empty)
}

/** Checks one again, with what is known by now. */
export async function checkAgain(id: number, verify: Verify): Promise<void> {
  const input = inputs.get(id)
  if (input === undefined) return
  const found = await answerOf(input, verify)
  put({ checked: batch.checked.map(one => (one.id === id ? { ...one, found } : one)) })
}

async function answerOf(input: Input, verify: Verify): Promise<Found> {
  if (input.bytes.size > badgeBytesMax)
    return { as: 'refused', error: { code: 'too_large', facts: { bytesMax: badgeBytesMax } } }
  try {
    return { as: 'answer', verified: await verify(input.bytes) }
  } catch (error) {
    if (error instanceof DoorRefused) return { as: 'refused', error: error.error }
    // The browser could not read the file any more, or the program was closed.
    return { as: 'refused', error: { code: 'file_vanished', facts: { name: input.name } } }
  }
}
