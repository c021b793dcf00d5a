import { Away } from './away.ts'
import type { Line } from './line.ts'
import type { Bell } from './pace.ts'

/** What one turn came to. Work without an answer of the district, because there was nothing to ask, says nothing about whether it is there. */
export interface Turned {
  /** How long to rest until the next (ms), unless the bell rings. */
  readonly rest: number
  readonly answered: boolean
}

interface Turning {
  readonly signal: AbortSignal
  /** The way to the district; `undefined`: there is none now. */
  line(): Line | undefined
  onTurned(answered: boolean): void
  /** How long to pause (ms) after an error, the so many-th in a row. */
  pauseAfter(error: unknown, failures: number): Promise<number>
}

/** Turns for ever: work, then a pause that the bell ends. Ends with the signal. */
export async function turn(
  wake: Bell,
  work: (line: Line) => Promise<Turned>,
  { signal, line, onTurned, pauseAfter }: Turning,
): Promise<void> {
  let failures = 0
  while (!signal.aborted) {
    let pause: number
    try {
      const way = line()
      if (way === undefined) throw new Away('network')
      const { rest, answered } = await work(way)
      pause = rest
      failures = 0
      onTurned(answered && !signal.aborted)
    } catch (error) {
      if (signal.aborted) return
      failures++
      pause = await pauseAfter(error, failures)
    }
    await wake.wait(pause, signal)
  }
}
