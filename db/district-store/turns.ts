import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Committed } from '../engine/store.ts'
import type { Sql, Steps } from '../sql/steps.ts'

/** The most pieces of work in one transaction: SQLite does them without a pause, some milliseconds. */
const worksMax = 200

/** The one after the other of all that writes commands. `W`: what work has of its transaction. */
export interface Turns<W> {
  /** One commit in a transaction of its own, kept when it is `done`. */
  alone(steps: (within: W) => Steps<Committed>): Promise<Committed>
  /** Work that is kept when none of it throws. What others asked for meanwhile may share the transaction, and its flush. */
  together<T>(works: readonly ((within: W) => Steps<T>)[]): Promise<readonly T[]>
}

/** A transaction that several share: what it gathers, and writing that at its end. */
interface Shared<W> {
  readonly within: W
  /** Throws where nothing of it may be kept. */
  finish(): Steps<void>
  /** It is durable. */
  kept(): void
}

interface Asked<W> {
  readonly size: number
  /** Does the work within a transaction. */
  steps(within: W): Steps<void>
  kept(): void
  failed(error: unknown): void
}

/**
 * Turns on a database. A transaction of many commands holds the counters of many streams, in no order that two of them
 * would keep: one at a time, they can't wait for each other. One process has the database, so it is enough to wait here.
 */
export function turnsOn<W>(sql: Sql, begin: () => Shared<W>): Turns<W> {
  let waiting: Asked<W>[] = []
  let last: Promise<unknown> = Promise.resolve()

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work)
    last = turn.catch(() => undefined)
    return turn
  }
  const write = async (asked: readonly Asked<W>[]): Promise<void> => {
    const shared = await sql.write(
      function* () {
        const made = begin()
        for (const one of asked) yield* one.steps(made.within)
        yield* made.finish()
        return made
      },
      () => true,
    )
    shared.kept()
  }
  const commitAlone = async (steps: (within: W) => Steps<Committed>): Promise<Committed> => {
    const { shared, committed } = await sql.write(
      function* () {
        const made = begin()
        return { shared: made, committed: yield* steps(made.within) }
      },
      made => made.committed.did === 'done',
    )
    if (committed.did === 'done') shared.kept()
    return committed
  }
  const doAll = async (asked: readonly Asked<W>[]): Promise<void> => {
    try {
      await write(asked)
      for (const one of asked) one.kept()
    } catch (error) {
      if (asked.length === 1) for (const one of asked) one.failed(error)
      // One has spoilt it for the others: each by itself.
      else for (const one of asked) await doAll([one])
    }
  }
  /** As many of those that wait as go into one transaction. */
  const taken = (): Asked<W>[] => {
    const some: Asked<W>[] = []
    let size = 0
    for (const one of waiting) {
      size += one.size
      if (some.length > 0 && size > worksMax) break
      some.push(one)
    }
    waiting = waiting.slice(some.length)
    return some
  }
  const serve = async (): Promise<void> => {
    // What has come over the wire meanwhile goes along.
    await nextTurn()
    const asked = taken()
    // An earlier turn may have taken all of it along.
    if (asked.length > 0) await doAll(asked)
  }
  return {
    alone: steps => inTurn(() => commitAlone(steps)),
    together: <T>(works: readonly ((within: W) => Steps<T>)[]) =>
      new Promise<readonly T[]>((resolve, reject) => {
        let made: T[] = []
        waiting.push({
          size: works.length,
          *steps(within) {
            made = []
            for (const work of works) made.push(yield* work(within))
          },
          kept: () => resolve(made),
          failed: reject,
        })
        void inTurn(serve)
      }),
  }
}
