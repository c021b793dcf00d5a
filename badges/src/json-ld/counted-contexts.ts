import ContextResolver, { type Asked, type ResolvedContext } from 'jsonld/lib/ContextResolver.js'
import {
  contextStepsMax,
  contextsKeptMax,
  expandMsMax,
  ownIriCharactersMax,
  stretchMsMax,
} from '../limits.ts'
import { Recent } from '../recent.ts'
import { pause } from '../verify/pause.ts'

/** What several documents together may spend; every use of a context is taken off. */
export interface ContextBudget {
  contextStepsLeft: number
}

/**
 * Our own contexts, read before; the processor keeps results with them, and with each of those the words it was
 * read upon: so only documents without words of their own may leave any here.
 */
const read = new Recent<ReadonlyMap<string, ResolvedContext>>(contextsKeptMax)

/**
 * What the processor asks before each use of a context: once for every `@context` that is written and for
 * every node whose type brings words of its own. That is where its time goes, so here uses are counted up
 * to `contextStepsMax`, words are measured, which grow where one context builds on another, and others are given
 * way to every `stretchMsMax`.
 */
export class CountedContexts extends ContextResolver {
  /** Whether it was stopped. The processor hides the error in one of its own at times, so it is kept here. */
  isOver = false
  readonly #budget: ContextBudget
  readonly #beganMs = performance.now()
  #pausedMs = this.#beganMs
  #steps = 0

  /** @param isOwn whether the document has contexts that are not this package's: nothing of it is kept. */
  constructor(budget: ContextBudget, isOwn: boolean) {
    super({ sharedCache: isOwn ? new Recent(contextsKeptMax) : read })
    this.#budget = budget
  }

  override async resolve(asked: Asked): Promise<readonly ResolvedContext[]> {
    const nowMs = performance.now()
    this.#steps += 1
    this.#budget.contextStepsLeft -= 1
    const isSpent = this.#steps > contextStepsMax || this.#budget.contextStepsLeft < 0
    this.isOver ||= isSpent || nowMs - this.#beganMs > expandMsMax || isEndless(asked)
    if (this.isOver) throw new Error('that is enough')
    if (nowMs - this.#pausedMs > stretchMsMax) {
      await pause()
      this.#pausedMs = performance.now()
    }
    return super.resolve(asked)
  }
}

function isEndless({ activeCtx }: Asked): boolean {
  const isLong = (iri: unknown) => typeof iri === 'string' && iri.length > ownIriCharactersMax
  if (isLong(activeCtx['@vocab']) || isLong(activeCtx['@base'])) return true
  for (const word of activeCtx.mappings.values()) if (isLong(word?.['@id'])) return true
  return false
}
