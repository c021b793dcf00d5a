import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { BatchesSaid, BatchSaid, RowsPage, RowWhole } from '../../contract/device/verifying.ts'
import { askAnew, memory } from '../app/rows.ts'
import { DoorRefused, kindsHeld } from '../door/door.ts'
import { answersAgain, handingIn, useIsHandingIn } from './hand-in.ts'
import { verifying } from './verifying-door.ts'

/** While badges are being checked, groups and rows are asked anew at most so often (ms). */
const anewMs = 1_000
/** While files are being handed in, progress is asked for again after this (ms). */
const onceMoreMs = 300
/** A program that doesn't answer is asked again after this (ms). */
const backMs = 2_000
/** Pages that are no longer in sight are forgotten soon (ms), so that ten thousand rows never pile up here. */
const forgottenMs = 5_000

const name = 'verifying'
// What the office decides, and whose name stands beside it: such a change makes answers old.
kindsHeld.set(name, ['cause', 'person'])

/** Everything that is known of a batch is old. */
export const forgetBatch = (batch: string) => askAnew({ queryKey: [name, batch] })

/** Every batch that is kept on this computer, the newest first. */
export function useBatches(): BatchesSaid | undefined {
  const { data } = useQuery({
    queryKey: [name],
    queryFn: () => verifying.batches(),
    staleTime: 0,
  })
  return data
}

/** A batch, and what keeps it from being checked. */
interface Batch {
  readonly said: BatchSaid | undefined
  readonly failed: unknown
  /**
   * Follows it again, also where it rests by now: what was checked again may be done before anybody looked whether it goes
   * on, and what stood there meanwhile is old.
   */
  follow(): void
}

/**
 * A batch as it grows: counts with every line of progress, groups and rows about once a second. Throws what the door
 * refused, to the nearest screen.
 */
export function useBatch(batch: string): Batch {
  const isHandingIn = useIsHandingIn(batch)
  const [failed, setFailed] = useState<unknown>()
  const [round, setRound] = useState(0)
  const { data, error } = useQuery({
    queryKey: [name, batch, 'said'],
    queryFn: () => verifying.batch(batch),
    placeholderData: before => (before?.id === batch ? before : undefined),
    retry: 1,
  })
  const isGoing = (data?.counts.waiting ?? 0) > 0 || (data?.coming.length ?? 0) > 0 || isHandingIn
  useEffect(() => {
    if (!isGoing && round === 0) return
    const stop = new AbortController()
    void followOn(batch, stop.signal, setFailed)
    return () => stop.abort()
  }, [batch, isGoing, round])
  if (data === undefined && error !== null) throw error
  return {
    said: data,
    failed,
    follow() {
      setFailed(undefined)
      setRound(before => before + 1)
    },
  }
}

/**
 * Follows the checking to its end; `told` of what keeps it from going on, and of nothing once it does. A program that
 * doesn't answer is asked again until it is back: what waits there goes on by itself.
 */
export async function followOn(
  batch: string,
  signal: AbortSignal,
  told: (failed: unknown) => void,
  wait: (ms: number) => Promise<unknown> = ms => new Promise(resolve => setTimeout(resolve, ms)),
): Promise<void> {
  while (!signal.aborted)
    try {
      await follow(batch, signal, () => {
        told(undefined)
        answersAgain(batch)
      })
      return told(undefined)
    } catch (reason) {
      if (signal.aborted) return
      told(reason)
      if (reason instanceof DoorRefused && reason.error.code !== 'program_gone') return
      await wait(backMs)
    }
}

/** Follows the checking until nothing waits and nothing is being handed in. */
async function follow(batch: string, signal: AbortSignal, isGoing: () => void): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const anew = () => {
    timer = undefined
    void forgetBatch(batch)
  }
  try {
    for (let isAtRest = false; !isAtRest && !signal.aborted;) {
      await verifying.progress(batch, signal, line => {
        if (line.at === 'failed') throw new DoorRefused(500, line.error)
        isGoing()
        isAtRest = line.at === 'rest' && handingIn()?.batch !== batch
        const { counts, tookMs } = line
        memory.setQueryData<BatchSaid>(
          [name, batch, 'said'],
          said => said && { ...said, counts, tookMs },
        )
        timer ??= setTimeout(anew, anewMs)
      })
      if (!isAtRest) await new Promise(resolve => setTimeout(resolve, onceMoreMs))
    }
  } finally {
    clearTimeout(timer)
    anew()
  }
}

/** One page of a group's rows; the old ones stay until the new ones are there (`isComing`). */
export function useRowsPage(
  batch: string,
  group: string | undefined,
  after: string | undefined,
  limit: number,
): { readonly page: RowsPage | undefined; readonly isComing: boolean } {
  const { data, isPlaceholderData } = useQuery({
    queryKey: [name, batch, 'rows', group ?? '', after ?? '', limit],
    queryFn: () =>
      verifying.rows(batch, {
        limit,
        ...(group === undefined ? {} : { group }),
        ...(after === undefined ? {} : { after }),
      }),
    enabled: group !== undefined,
    placeholderData: before => before,
    gcTime: forgottenMs,
  })
  return { page: data, isComing: isPlaceholderData }
}

/** Everything about one input: why. */
export function useRowWhole(batch: string, n: number | undefined): RowWhole | undefined {
  const { data } = useQuery({
    queryKey: [name, batch, 'row', n ?? 0],
    queryFn: () => verifying.row(batch, n ?? 0),
    enabled: n !== undefined,
    gcTime: forgottenMs,
    placeholderData: before => before,
  })
  return n === undefined ? undefined : data
}
