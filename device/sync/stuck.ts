import type { Mutation, PushReply } from '../../db/wire.ts'

/**
 * How often in a row the district may be too busy for a command before the person is told. A command that breaks there
 * each time it is tried looks the same, and waits for the district's people, not for the next five seconds.
 */
export const busyTriesMax = 12
const restFirstMs = 30_000
const restMostMs = 1_800_000
/** How long a command rests that has waited so often for another one (ms): that may have to come from elsewhere, in days. */
const afterRestMs = 60_000
/** A district isn't updated every few seconds (ms). */
const aheadRestMs = 300_000

/** The commands that the district could not take so often that they are asked about less and less. */
export interface Stuck {
  /** Counts what the district said. */
  note(results: PushReply['results'], nowMs: number): void
  /** Those of the commands that are asked about now: not resting, and waiting for none that rests. */
  awake(mutations: readonly Mutation[], nowMs: number): readonly Mutation[]
  /** How many rest, and so how many more may be fetched than are sent. */
  resting(nowMs: number): number
  /** How many the person is told of that the district was too busy for. */
  count(): number
  /** How many have waited so often for other work that the person is told. */
  laterCount(): number
  /** Forgets all but these: the others have been settled. */
  keepOnly(keys: ReadonlySet<string>): void
  /** Asks about all of them at once: the person wants to know. */
  wake(): void
}

interface Tried {
  readonly tries: number
  readonly restUntil: number
  /** It waits for another command, which is nobody's fault. */
  readonly isAfter: boolean
}

/** Nothing stuck yet; known while the program runs, counted anew when it starts. */
export function nothingStuck(): Stuck {
  const tried = new Map<string, Tried>()
  const told = (after: boolean) =>
    [...tried.values()].filter(({ tries, isAfter }) => isAfter === after && tries >= busyTriesMax)
      .length
  const isResting = (key: string, nowMs: number) => (tried.get(key)?.restUntil ?? 0) > nowMs
  return {
    note(results, nowMs) {
      for (const [key, result] of results) {
        const on = result.status === 'wait' ? result.on : undefined
        if (on === undefined || on === 'blobs') tried.delete(key)
        if (on === 'upgrade')
          tried.set(key, { tries: 0, restUntil: nowMs + aheadRestMs, isAfter: false })
        if (on !== 'busy' && on !== 'after') continue
        const tries = (tried.get(key)?.tries ?? 0) + 1
        const rest = on === 'busy' ? restMs(tries) : tries < busyTriesMax ? 0 : afterRestMs
        tried.set(key, { tries, restUntil: nowMs + rest, isAfter: on === 'after' })
      }
      // What was decided now may be what others wait for.
      const isNews = results.some(([, { status }]) => status !== 'wait')
      if (isNews)
        for (const [key, one] of tried) if (one.isAfter) tried.set(key, { ...one, restUntil: 0 })
    },
    awake(mutations, nowMs) {
      const resting = new Set<string>()
      return mutations.filter(({ key, after }) => {
        const rests = isResting(key, nowMs) || after.some(before => resting.has(before))
        if (rests) resting.add(key)
        return !rests
      })
    },
    resting: nowMs => [...tried.keys()].filter(key => isResting(key, nowMs)).length,
    count: () => told(false),
    laterCount: () => told(true),
    keepOnly(keys) {
      for (const key of tried.keys()) if (!keys.has(key)) tried.delete(key)
    },
    wake() {
      for (const [key, one] of tried) tried.set(key, { ...one, restUntil: 0 })
    },
  }
}

/** How long a command rests after so many tries (ms): not at all at first, then doubling. */
function restMs(tries: number): number {
  if (tries < busyTriesMax) return 0
  return Math.min(restMostMs, restFirstMs * 2 ** Math.min(tries - busyTriesMax, 10))
}
