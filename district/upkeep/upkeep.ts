import type { Timers } from '../../core/kit/timers.ts'
import type { DueNeeds } from '../evidence/delete-due.ts'
import { deleteDue } from '../evidence/delete-due.ts'
import type { WithheldNeeds } from '../evidence/let-go-withheld.ts'
import { letGoWithheld } from '../evidence/let-go-withheld.ts'
import type { SweepNeeds, Swept } from '../evidence/sweep.ts'
import { folderNames, sweepFolder, sweepNext } from '../evidence/sweep.ts'
import type { House } from '../house.ts'

/** Between two steps (ms): whoever asks meanwhile goes first. */
const breathMs = 20
/** How often it is looked whether a round is due (ms). */
const lookEveryMs = 3_600_000
const dayMs = 86_400_000
/** How long it is told what left a stream (ms): who was away for longer begins that stream anew (sync.md §3.4). */
export const toldForMs = 180 * dayMs

const compactedAt = 'compacted-at'
const sweptAt = 'swept-at'

/** What upkeep needs of the house. */
export interface Needs extends SweepNeeds, Pick<DueNeeds, 'perform'> {
  readonly store: SweepNeeds['store'] &
    WithheldNeeds['store'] &
    Pick<House['store'], 'recount' | 'compact' | 'meta' | 'setMeta'>
  readonly tell: Pick<House['tell'], 'worked' | 'defect'>
  readonly timers: Timers
  clock(): number
}

export interface Upkeep {
  close(): Promise<void>
}

/**
 * Keeps the record in order while it is used, in steps so small that nobody waits for one: after another build, records are
 * seated and counted anew; once a day the log forgets what left its streams long ago, and files go that nothing names any more.
 */
export function startUpkeep(needs: Needs): Upkeep {
  const stop = new AbortController()
  const { signal } = stop
  const loop = (async () => {
    while (!signal.aborted) {
      try {
        await recountAll(needs, signal)
        await forgetDaily(needs, signal)
        await sweepDaily(needs, signal)
      } catch (error) {
        if (!signal.aborted) needs.tell.defect('upkeep', error)
      }
      await rest(needs, lookEveryMs, signal)
    }
  })()
  return {
    async close() {
      stop.abort()
      await loop
    },
  }
}

/** Seats and counts what an earlier build left, to its end. */
export async function recountAll(needs: Needs, signal: AbortSignal): Promise<void> {
  const { store, clock } = needs
  while (!signal.aborted && (await store.recount(clock()))) await rest(needs, breathMs, signal)
}

/** Forgets what left its streams long ago, where that was not done for a day. */
export async function forgetDaily(needs: Needs, signal: AbortSignal): Promise<void> {
  const { store, tell, clock } = needs
  const now = clock()
  if (!(await isDue(needs, compactedAt, now))) return
  let forgotten = 0
  for (let isMore = true; isMore && !signal.aborted; await rest(needs, breathMs, signal)) {
    const step = await store.compact(now - toldForMs)
    forgotten += step.forgotten
    isMore = step.isMore
  }
  if (signal.aborted) return
  await store.setMeta(compactedAt, String(now))
  if (forgotten > 0) tell.worked('forgotten', { entries: forgotten })
}

/**
 * Deletes what has lain in the trash for its time and what was withheld for a hold that is lifted, then sweeps what nothing names any more, owner by owner and folder by
 * folder, where that was not done for a day.
 */
export async function sweepDaily(needs: Needs, signal: AbortSignal): Promise<void> {
  const { store, tell, clock } = needs
  const now = clock()
  if (!(await isDue(needs, sweptAt, now))) return
  const pieces = await deleteDue(needs, signal)
  if (pieces > 0) tell.worked('trash emptied', { pieces })
  let files = 0
  let bytes = 0
  const count = (swept: Swept) => {
    files += swept.files
    bytes += swept.bytes
  }
  count(await letGoWithheld(needs, signal))
  for (let after: string | undefined = ''; after !== undefined && !signal.aborted;) {
    const step = await sweepNext(needs, after, now)
    after = step?.owner
    if (step !== undefined) count(step.swept)
    await rest(needs, breathMs, signal)
  }
  for (const folder of folderNames) {
    if (signal.aborted) return
    count(await sweepFolder(needs, folder, now))
  }
  await store.setMeta(sweptAt, String(now))
  if (files > 0) tell.worked('swept', { files, bytes })
}

/** Whether a daily round was not ended for a day; a clock that was put back must not end the rounds. */
async function isDue({ store }: Needs, name: string, now: number): Promise<boolean> {
  const last = Number((await store.meta(name)) ?? '0')
  return now - last >= dayMs || now < last
}

function rest({ timers }: Needs, ms: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve()
  return new Promise(resolve => {
    const done = () => {
      forget()
      signal.removeEventListener('abort', done)
      resolve()
    }
    const forget = timers.after(ms, done)
    signal.addEventListener('abort', done)
  })
}
