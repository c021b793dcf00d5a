import { useSyncExternalStore } from 'react'
import type { LeftBefore } from '../../contract/device/verifying.ts'
import { DoorRefused } from '../door/door.ts'
import type { Given, Input } from './given.ts'
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

interface Handing {
  readonly going: HandIn | undefined
  readonly failed: NotHandedIn | undefined
}

let current: Handing = { going: undefined, failed: undefined }
let waiting: Input[] = []
/** What was announced and is on its way: its name there, and what is not coming of it. */
let announced: string[] = []
let leftOut: LeftBefore[] = []
/** What is not announced yet, or waits behind another list. */
const behind = new Set<{ readonly batch: string; isWanted: boolean }>()
let stop = new AbortController()
/** Ends when all of what is at work has arrived, and has been said to be there. */
let atWork: Promise<void> = Promise.resolve()
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
/** Whether anything of a batch is on its way; who asks for no more is not told of each of ten thousand files. */
export const useIsHandingIn = (batch: string): boolean =>
  useSyncExternalStore(subscribe, () => current.going?.batch === batch)
export const notHandedIn = (): NotHandedIn | undefined => current.failed
export const useNotHandedIn = (): NotHandedIn | undefined =>
  useSyncExternalStore(subscribe, notHandedIn)

/**
 * Hands files in, a few at a time and none of them read here: a browser streams each from disk. Goes on when the
 * person goes elsewhere in the window. Another batch's files wait behind. Many are announced first: should they not all
 * arrive, the batch says so.
 */
export async function handIn(batch: string, given: Given): Promise<void> {
  const { inputs } = given
  const isBehind = () => current.going !== undefined && current.going.batch !== batch
  const own = { batch, isWanted: true }
  behind.add(own)
  while (isBehind()) await turn()
  const isMany = inputs.length !== 1 || given.leftOut.length > 0
  const name = given.name === '' ? (inputs[0]?.name ?? '') : given.name
  let coming: string | undefined
  try {
    if (isMany) coming = await verifying.coming(batch, name)
  } catch (why) {
    behind.delete(own)
    put({ failed: { batch, name, why, more: Math.max(0, inputs.length - 1) } })
    return
  }
  while (isBehind()) await turn()
  behind.delete(own)
  if (coming !== undefined) announced.push(coming)
  leftOut.push(...given.leftOut)
  waiting.push(...inputs)
  if (!own.isWanted) leaveWaiting('stopped')
  const { going } = current
  put({
    going: { batch, done: going?.done ?? 0, all: (going?.all ?? 0) + inputs.length },
    failed: undefined,
  })
  // Those at work already take these too.
  if (going === undefined) atWork = handOver(batch)
  await atWork
}

async function handOver(batch: string): Promise<void> {
  do {
    await Promise.all(Array.from({ length: limits.filesAtOnce }, () => work(batch)))
    await arrived(batch)
  } while (waiting.length > 0 || announced.length > 0)
  put({ going: undefined })
}

/** All there is has arrived, or is told as left out. Where that can't be said the list tells by itself that something lacks. */
async function arrived(batch: string): Promise<void> {
  const [ended, left] = [announced, leftOut]
  announced = []
  leftOut = []
  // Not all of it was tried.
  if (current.failed !== undefined && current.failed.more > 0) return
  try {
    const [first, ...others] = ended
    if (first !== undefined || left.length > 0)
      await verifying.arrived(batch, first ?? (await verifying.coming(batch, '')), left)
    for (const coming of others) await verifying.arrived(batch, coming, [])
  } catch (why) {
    put({ failed: { batch, name: '', why, more: 0 } })
  }
}

/** What waits is not tried: it would fail as well. */
function fail(batch: string, name: string, why: unknown): void {
  put({ failed: { batch, name, why, more: waiting.length } })
  waiting = []
}

/**
 * Nothing more of this list is handed in, and the list tells how much that is; what is on its way arrives, a zip's rest
 * does not. Ends when that is said: a list that is stopped before would only know that something lacks.
 */
export async function stopHandingIn(batch: string): Promise<void> {
  for (const one of behind) if (one.batch === batch) one.isWanted = false
  if (current.going?.batch !== batch) return
  leaveWaiting('stopped')
  stop.abort()
  stop = new AbortController()
  await atWork
}

async function work(batch: string): Promise<void> {
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const { signal } = stop
    try {
      const taken = await verifying.file(batch, next.name, next.bytes, rest(next, signal))
      // Full is full: the rest would only be turned away one by one.
      if (taken.leftOut.some(left => left.code === 'batch_full')) leaveWaiting('batch_full')
    } catch (why) {
      if (signal.aborted && isLong(next)) continue
      if (await isOfThisFile(next.bytes)) {
        put({ failed: { batch, name: next.name, why: vanished(next.name), more: 0 } })
      } else fail(batch, next.name, why)
    }
    const { going } = current
    if (going !== undefined) put({ going: { ...going, done: going.done + 1 } })
  }
}

/** No badge is so large: a zip, whose rest the list tells by itself. What is shorter would be counted twice, or never. */
const isLong = ({ bytes }: Input) => bytes.size > limits.badgeBytesMax
const rest = (input: Input, signal: AbortSignal) => (isLong(input) ? signal : undefined)

/** The program answers again: that it did not is no news, and the list tells itself what it lacks. */
export function answersAgain(batch: string): void {
  const { failed } = current
  if (failed?.batch === batch && failed.why instanceof TypeError) put({ failed: undefined })
}

/** What waits is told as left out, under the name of the first of it. */
function leaveWaiting(code: 'batch_full' | 'stopped'): void {
  const [first] = waiting
  if (first !== undefined) leftOut.push({ name: first.name, code, left: waiting.length })
  waiting = []
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
