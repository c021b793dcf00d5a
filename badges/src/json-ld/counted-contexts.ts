import ContextResolver, { type Asked, type ResolvedContext } from 'jsonld/lib/ContextResolver.js'
import { contextStepsMax, contextsKeptMax, expandMsMax, stretchMsMax } from '../limits.ts'
import { Recent } from '../recent.ts'
import { pause } from '../verify/pause.ts'

/** What several documents together may spend; every use of a context is taken off. */
export interface ContextBudget {
  contextStepsLeft: number
}

/** Contexts that were read before, whichever document they came in; the processor keeps results with them. */
const read = new Recent<ReadonlyMap<string, ResolvedContext>>(contextsKeptMax)

/**
 * What the processor asks before each use of a context: once for every `@context` that is written and for
 * every node whose type brings words of its own. That is where its time goes, so here uses are counted up
 * to `contextStepsMax`, and others are given way to every `stretchMsMax`.
 */
export class CountedContexts extends ContextResolver {
  /** Whether it was stopped. The processor hides the error in one of its own at times, so it is kept here. */
  isOver = false
  readonly #budget: ContextBudget
  readonly #beganMs = performance.now()
  #pausedMs = this.#beganMs
  #steps = 0

  constructor(budget: ContextBudget) {
    super({ sharedCache: read })
    this.#budget = budget
  }

  override async resolve(asked: Asked): Promise<readonly ResolvedContext[]> {
    const nowMs = performance.now()
    this.#steps += 1
    this.#budget.contextStepsLeft -= 1
    const isSpent = this.#steps > contextStepsMax || this.#budget.contextStepsLeft < 0
    this.isOver ||= isSpent || nowMs - this.#beganMs > expandMsMax
    if (this.isOver) throw new Error('that is enough')
    if (nowMs - this.#pausedMs > stretchMsMax) {
      await pause()
      this.#pausedMs = performance.now()
    }
    return super.resolve(asked)
  }
}
