import type { Timers } from '../../core/kit/timers.ts'
import type { Chance } from '../../db/trial/simulator/chance.ts'

/** A program that runs, until it is ended or killed: what it still has to do then never happens. */
export interface Running {
  isAlive: boolean
}

interface Due {
  readonly at: number
  readonly n: number
  readonly of: Running
  readonly work: () => void
}

/** Of so many timers that are due next, any may be the one whose program gets its turn. */
const overtakenMax = 4

/** The time of a run. It stands still while something is done, and goes on to what is due next. */
export interface Time {
  nowMs: number
  /** The timers of one program. */
  timersOf(of: Running): Timers
  isAnyDue(): boolean
  /** Does what is due next, or nearly next: a program may be slow. */
  doNext(chance: Chance): void
  /** When the next thing is due (epoch ms); `undefined`: never. */
  nextAt(): number | undefined
}

/** Time that begins at a moment (epoch ms). */
export function timeFrom(startMs: number): Time {
  const due: Due[] = []
  let n = 0
  const sorted = (): readonly Due[] => {
    for (let at = due.length - 1; at >= 0; at--) if (due[at]?.of.isAlive !== true) due.splice(at, 1)
    return due.sort((a, b) => a.at - b.at || a.n - b.n)
  }
  const time: Time = {
    nowMs: startMs,
    timersOf(of) {
      const after = (ms: number, work: () => void) => {
        const one = { at: time.nowMs + Math.max(0, ms), n: n++, of, work }
        due.push(one)
        return () => {
          const at = due.indexOf(one)
          if (at >= 0) due.splice(at, 1)
        }
      }
      const every = (ms: number, work: () => void) => {
        let stop = (): void => undefined
        const turn = () => {
          stop = after(ms, turn)
          work()
        }
        stop = after(ms, turn)
        return () => stop()
      }
      return { passedMs: () => time.nowMs - startMs, after, every }
    },
    isAnyDue: () => sorted().length > 0,
    doNext(chance) {
      const one = sorted()[Math.min(due.length - 1, chance.below(chance.below(overtakenMax) + 1))]
      if (one === undefined) return
      due.splice(due.indexOf(one), 1)
      time.nowMs = Math.max(time.nowMs, one.at)
      one.work()
    },
    nextAt: () => sorted()[0]?.at,
  }
  return time
}
