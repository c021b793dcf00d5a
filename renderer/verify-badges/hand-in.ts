import { useSyncExternalStore } from 'react'
import { DoorRefused } from '../door/door.ts'
import type { Given, Input } from './files-given.ts'
import { limits, verifying } from './verifying-door.ts'

/** Files on their way to the program on this computer. */
export interface HandIn {
  readonly batch: string
  readonly done: number
  readonly all: number
}

/** What did not arrive, and why. */
export interface NotHandedIn {
  readonly batch: string
  readonly name: string
  readonly why: unknown
  /** So many more were not tried after it. */
  readonly more: number
}

/** What was more than one list holds. */
interface LeftOver {
  readonly batch: string
  readonly count: number
}

interface Handing {
  readonly leftOver: LeftOver | undefined
  readonly going: HandIn | undefined
  readonly failed: NotHandedIn | undefined
}

let current: Handing = { going: undefined, failed: undefined, leftOver: undefined }
let waiting: Input[] = []
let stop = new AbortController()
const listeners = new Set<() => void>()

function put(next: Partial<Handing>): void {
  current = { ...current, ...next }
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** What is on its way right now. */
export const handingIn = (): HandIn | undefined => current.going
export const useHandIn = (): HandIn | undefined =>
  useSyncExternalStore(subscribe, () => current.going)
export const useNotHandedIn = (): NotHandedIn | undefined =>
  useSyncExternalStore(subscribe, () => current.failed)
export const useLeftOver = (): LeftOver | undefined =>
  useSyncExternalStore(subscribe, () => current.leftOver)

/**
 * Hands files in, a few at a time and none of them read here: a browser streams each from disk. Goes on when the
 * person goes elsewhere in the window. Another batch's files wait behind.
 */
export async function handIn(
  batch: string,
  { inputs, leftOut }: Pick<Given, 'inputs' | 'leftOut'>,
): Promise<void> {
  while (current.going !== undefined && current.going.batch !== batch) await turn()
  waiting.push(...inputs)
  const { going } = current
  put({
    going: { batch, done: going?.done ?? 0, all: (going?.all ?? 0) + inputs.length },
    failed: undefined,
    leftOver: leftOut === 0 ? undefined : { batch, count: leftOut },
  })
  // Those at work already take these too.
  if (going !== undefined) return
  const { signal } = stop
  await Promise.all(Array.from({ length: limits.filesAtOnce }, () => work(batch, signal)))
  if (!signal.aborted) put({ going: undefined })
}

/** Nothing more is handed in; what has arrived stays. */
export function stopHandingIn(): void {
  stop.abort()
  stop = new AbortController()
  waiting = []
  put({ going: undefined })
}

async function work(batch: string, signal: AbortSignal): Promise<void> {
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    try {
      const { leftOut } = await verifying.file(batch, next.name, next.bytes, signal)
      // Full is full: the rest would only be turned away one by one.
      if (leftOut.some(left => left.code === 'batch_full')) waiting = []
    } catch (why) {
      if (signal.aborted) return
      if (await isOfThisFile(next.bytes)) {
        put({ failed: { batch, name: next.name, why: vanished(next.name), more: 0 } })
      } else {
        put({ failed: { batch, name: next.name, why, more: waiting.length } })
        waiting = []
      }
    }
    const { going } = current
    if (going !== undefined && !signal.aborted) put({ going: { ...going, done: going.done + 1 } })
  }
}

/** A file that went away concerns itself alone; a program that is gone, all of them. */
const isOfThisFile = (bytes: Blob): Promise<boolean> =>
  bytes
    .slice(0, 1)
    .arrayBuffer()
    .then(
      () => false,
      () => true,
    )

const vanished = (name: string) => new DoorRefused(0, { code: 'file_vanished', facts: { name } })

const turn = () =>
  new Promise<void>(resolve => {
    const listener = () => {
      listeners.delete(listener)
      resolve()
    }
    listeners.add(listener)
  })
