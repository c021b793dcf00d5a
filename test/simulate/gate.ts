import type { Chance } from '../../db/trial/simulator/chance.ts'
import type { Sql } from '../../db/sql/steps.ts'
import type { Running } from './time.ts'

/** Whatever a program does at its databases waits here for its turn, while turns are given. */
export interface Gate {
  /** Whether turns are given one by one, so that what is under way at once mixes; else all go through. */
  isHeld: boolean
  isAnyWaiting(): boolean
  /** Lets one of those that wait go on. */
  letOne(chance: Chance): void
  letAll(): void
  /** Waits for a turn; for ever, once the program is gone. */
  turn(of: Running): Promise<void>
}

/** An open gate. */
export function gateOf(): Gate {
  const waiting: { readonly of: Running; readonly go: () => void }[] = []
  const alive = () => {
    for (let at = waiting.length - 1; at >= 0; at--)
      if (waiting[at]?.of.isAlive !== true) waiting.splice(at, 1)
    return waiting
  }
  return {
    isHeld: false,
    isAnyWaiting: () => alive().length > 0,
    letOne(chance) {
      const one = chance.one(alive())
      if (one === undefined) return
      waiting.splice(waiting.indexOf(one), 1)
      one.go()
    },
    letAll() {
      for (const one of alive().splice(0)) one.go()
    },
    async turn(of) {
      // A program that was killed never comes back to what it had begun.
      if (!of.isAlive || this.isHeld) await new Promise<void>(go => waiting.push({ of, go }))
    },
  }
}

interface Watch {
  /** Looks at what a transaction did, in that very transaction. */
  committed(): void
  /** Whether it is undone all the same: a mistake. */
  loses(): boolean
}

/**
 * A database behind the gate: a turn before each transaction and one after it, so that a program can be killed at
 * either.
 */
export function gated(inner: Sql, gate: Gate, of: Running, watch?: Watch): Sql {
  return {
    ...inner,
    async write(steps, keeps) {
      await gate.turn(of)
      const outcome = await inner.write(steps, done => {
        const isKept = keeps(done)
        if (isKept && watch?.loses() === true) return false
        if (isKept) watch?.committed()
        return isKept
      })
      await gate.turn(of)
      return outcome
    },
    async snapshot(steps) {
      await gate.turn(of)
      const read = await inner.snapshot(steps)
      await gate.turn(of)
      return read
    },
  }
}
