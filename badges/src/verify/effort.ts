import { canonicalise, type ContextSource, type Digest } from '../json-ld/canonicalise.ts'
import type { ContextBudget } from '../json-ld/counted-contexts.ts'
import { Meter } from '../json-schema/meter.ts'
import type { JsonObject } from '../json/value.ts'
import {
  canonicaliseMsPerBadgeMax,
  canonicalsKeptMax,
  contextStepsPerBadgeMax,
  partsMax,
  schemaStepsMax,
  signaturesMax,
} from '../limits.ts'
import { Recent } from '../recent.ts'
import { refused, type Result } from '../refusal.ts'

/**
 * What one call of `verifyBadge` may still spend on a badge with all its parts. A badge may hold a
 * hundred others, each as hard as the limit allows: after the first that is too hard none is tried.
 */
export interface Effort extends ContextBudget {
  /** Parts that may still be looked at. */
  partsLeft: number
  hasGivenUp: boolean
  /** Time that may still be spent on canonicalising, in milliseconds. */
  canonicaliseMsLeft: number
  /** Canonical texts by document: the options of a proof are asked for again with every key that is tried. */
  readonly canonicals: Recent<Promise<Result<string>>>
  /** Signatures that may still be checked, each key that is tried counted. */
  signaturesLeft: number
  /** What JSON schemas may still cost. */
  readonly schemaMeter: Meter
}

/** @returns the whole effort, unspent. */
export function freshEffort(): Effort {
  return {
    partsLeft: partsMax,
    hasGivenUp: false,
    contextStepsLeft: contextStepsPerBadgeMax,
    canonicaliseMsLeft: canonicaliseMsPerBadgeMax,
    canonicals: new Recent(canonicalsKeptMax),
    signaturesLeft: signaturesMax,
    schemaMeter: new Meter(schemaStepsMax),
  }
}

/**
 * Canonicalises under an effort, the same document once.
 *
 * @returns as `canonicalise`; TOO_COMPLEX at once, once something was.
 */
export async function canonicaliseWithin(
  effort: Effort,
  document: JsonObject,
  contextAt: ContextSource,
  digest: Digest,
): Promise<Result<string>> {
  const key = `${digest} ${JSON.stringify(document)}`
  const known = effort.canonicals.get(key)
  if (known !== undefined) return known
  const working = work(effort, document, contextAt, digest)
  effort.canonicals.set(key, working)
  return working
}

async function work(
  effort: Effort,
  document: JsonObject,
  contextAt: ContextSource,
  digest: Digest,
): Promise<Result<string>> {
  if (effort.hasGivenUp) return refused('TOO_COMPLEX', { reason: 'another part was too complex' })
  if (effort.canonicaliseMsLeft < 0) return refused('TOO_COMPLEX', { canonicaliseMsPerBadgeMax })
  const beganMs = performance.now()
  const canonical = await canonicalise(document, contextAt, digest, effort)
  effort.canonicaliseMsLeft -= performance.now() - beganMs
  if (!canonical.ok && canonical.refusal.code === 'TOO_COMPLEX') effort.hasGivenUp = true
  return canonical
}

/** @returns whether so many signatures may still be checked; then they are counted as spent. */
export function spendSignatures(effort: Effort, count: number): boolean {
  if (effort.signaturesLeft < count) return false
  effort.signaturesLeft -= count
  return true
}
