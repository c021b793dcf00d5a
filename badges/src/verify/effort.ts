import { canonicalise, type ContextSource } from '../json-ld/canonicalise.ts'
import type { JsonObject } from '../json/value.ts'
import { partsMax } from '../limits.ts'
import { refused, type Result } from '../refusal.ts'

/**
 * What one call of `verifyBadge` may still spend on a badge with all its parts. A badge may hold a
 * hundred others, each as hard as the limit allows: after the first that is too hard none is tried.
 */
export interface Effort {
  /** Parts that may still be looked at. */
  partsLeft: number
  hasGivenUp: boolean
}

/** @returns the whole effort, unspent. */
export function freshEffort(): Effort {
  return { partsLeft: partsMax, hasGivenUp: false }
}

/** @returns `canonicalise` under an effort: TOO_COMPLEX at once, once something was. */
export async function canonicaliseWithin(
  effort: Effort,
  document: JsonObject,
  contextAt: ContextSource,
): Promise<Result<string>> {
  if (effort.hasGivenUp) return refused('TOO_COMPLEX', { reason: 'another part was too complex' })
  const canonical = await canonicalise(document, contextAt)
  if (!canonical.ok && canonical.refusal.code === 'TOO_COMPLEX') effort.hasGivenUp = true
  return canonical
}
