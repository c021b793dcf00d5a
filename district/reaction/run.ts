import { codeOf } from '../../db/open/failure.ts'
import { postgresFailureOf } from '../../db/open/postgres-failure.ts'
import { asKey, partsOf } from '../../db/records/kinds.ts'
import type { House } from '../house.ts'
import type { Reaction } from './reaction.ts'
import { afterFailure, afterSuccess, isDue, readStanding } from './standing.ts'

/** The stream that every claim and badge is in, and that nobody reads but the district itself. */
const ownStream = 'district'

/** Changes that are looked at together. */
const changesMax = 200

/** How long it sleeps at most when nothing rings (ms): a look at what was committed may have failed. */
const restMsMax = 10_000
/** How long it sleeps where the database itself could not be asked (ms). */
const awayMs = 1_000

export interface Running {
  /** When the reaction that is furthest behind last came round, or did one piece of work (ms, as `performance.now()`). */
  roundAt(): number
  close(): Promise<void>
}

/**
 * Follows the log of changes for each reaction by a cursor of its own. What fails waits by itself and is tried again;
 * it holds nothing else up. The cursor moves after the work, so a crash in between does it once more.
 */
export function runReactions(house: House, reactions: readonly Reaction[]): Running {
  const stop = new AbortController()
  const rounds = new Map<Reaction, number>()
  const loops = reactions.map(reaction => {
    const isRound = () => void rounds.set(reaction, performance.now())
    isRound()
    return follow(house, reaction, isRound, stop.signal)
  })
  return {
    roundAt: () => Math.min(...rounds.values()),
    async close() {
      stop.abort()
      await Promise.all(loops)
    },
  }
}

async function follow(
  house: House,
  reaction: Reaction,
  isRound: () => void,
  signal: AbortSignal,
): Promise<void> {
  const rounding = {
    ...reaction,
    async react(id: string) {
      await reaction.react(id)
      isRound()
    },
  }
  while (!signal.aborted) {
    isRound()
    const listening = await house.bells.listen([ownStream])
    try {
      const restMs = await reactOnce(house, rounding, signal)
      if (restMs > 0) await listening.heard(restMs, signal)
    } catch (error) {
      // The database itself could not be asked.
      house.tell.defect(`reaction ${reaction.name}`, error)
      await listening.heard(awayMs, signal)
    } finally {
      listening.end()
    }
  }
}

/** What disk or database say, as one of few words; a defect is the log's to tell. */
const whyOf = (error: unknown): string | undefined => codeOf(error) ?? postgresFailureOf(error)

/** What one round needs of the house. */
export interface Needs {
  readonly store: Pick<House['store'], 'meta' | 'setMeta' | 'follow'>
  readonly tell: Pick<House['tell'], 'defect' | 'worked'>
  clock(): number
}

/** Works off one batch of changes and what is due again; how long there is nothing more to do (ms), 0 where more waits. */
export async function reactOnce(
  { store, tell, clock }: Needs,
  reaction: Reaction,
  signal: AbortSignal,
): Promise<number> {
  const name = `reaction:${reaction.name}`
  let standing = readStanding(await store.meta(name))
  const changes = await store.follow(ownStream, standing.after, changesMax)
  const due = standing.waiting.filter(one => isDue(one, clock())).map(one => one.id)
  const changed = changes
    .map(change => partsOf(asKey(change.key)))
    .filter(({ kind }) => kind === reaction.kind)
    .map(({ id }) => id)
  for (const id of new Set([...due, ...changed])) {
    if (signal.aborted) return restMsMax
    try {
      await reaction.react(id)
      standing = afterSuccess(standing, id)
    } catch (error) {
      standing = afterFailure(standing, id, clock(), whyOf(error))
      tell.defect(`reaction ${reaction.name}`, error)
      tell.worked('waits', { reaction: reaction.name, waiting: standing.waiting.length })
    }
  }
  if (changes.length > 0 || due.length > 0) {
    const after = changes.at(-1)?.seq ?? standing.after
    await store.setMeta(name, JSON.stringify({ ...standing, after }))
  }
  if (changes.length === changesMax) return 0
  const nextAt = Math.min(...standing.waiting.map(one => one.nextAt))
  return Math.min(restMsMax, Math.max(0, nextAt - clock()))
}
