import { canonicalise, type ContextSource, type Digest } from '../json-ld/canonicalise.ts'
import { Meter } from '../json-schema/meter.ts'
import type { JsonObject } from '../json/value.ts'
import { partsMax, schemaStepsMax, signaturesMax } from '../limits.ts'
import { refused, type Result } from '../refusal.ts'

/**
 * What one call of `verifyBadge` may still spend on a badge with all its parts. A badge may hold a
 * hundred others, each as hard as the limit allows: after the first that is too hard none is tried.
 */
export interface Effort {
  /** Parts that may still be looked at. */
  partsLeft: number
  hasGivenUp: boolean
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
    signaturesLeft: signaturesMax,
    schemaMeter: new Meter(schemaStepsMax),
  }
}

/** @returns `canonicalise` under an effort: TOO_COMPLEX at once, once something was. */
export async function canonicaliseWithin(
  effort: Effort,
  document: JsonObject,
  contextAt: ContextSource,
  digest: Digest,
): Promise<Result<string>> {
  if (effort.hasGivenUp) return refused('TOO_COMPLEX', { reason: 'another part was too complex' })
  const canonical = await canonicalise(document, contextAt, digest)
  if (!canonical.ok && canonical.refusal.code === 'TOO_COMPLEX') effort.hasGivenUp = true
  return canonical
}

/** @returns whether so many signatures may still be checked; then they are counted as spent. */
export function spendSignatures(effort: Effort, count: number): boolean {
  if (effort.signaturesLeft < count) return false
  effort.signaturesLeft -= count
  return true
}
