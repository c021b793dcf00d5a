import type { Detected } from '../detect/detected.ts'
import type { ContextSource } from '../json-ld/canonicalise.ts'
import { unsecured } from '../json-ld/unsecured.ts'
import { idOf, isObject, listOf, valueAt, type JsonObject } from '../json/value.ts'
import { proofsMax } from '../limits.ts'
import type { Result } from '../refusal.ts'
import { canonicaliseWithin, type Effort } from './effort.ts'
import type { Policy } from './policy.ts'
import { consult, type TrustBundle } from './trust-bundle.ts'

/** One credential under examination, with all a check may use. */
export interface Case {
  readonly document: JsonObject
  readonly detected: Pick<Detected, 'kind' | 'version' | 'dataModel' | 'name'>
  readonly at: number
  readonly bundle: TrustBundle
  readonly policy: Policy
  /** `issuer` or `issuer.id`, as written; null where there is none. */
  readonly issuerId: string | null
  readonly proofs: readonly JsonObject[]
  readonly contextAt: ContextSource
  readonly effort: Effort
  /** Canonical N-Quads without the proofs; worked out once, on first use. */
  readonly canonical: () => Promise<Result<string>>
  /** Canonical N-Quads of anything else, such as the options of a proof. */
  readonly canonicalOf: (document: JsonObject) => Promise<Result<string>>
}

/** @returns the case of a document. */
export function openCase(
  document: JsonObject,
  given: Pick<Case, 'detected' | 'at' | 'bundle' | 'policy' | 'effort'>,
): Case {
  let canonical: Promise<Result<string>> | null = null
  const contextAt: ContextSource = url => {
    const consulted = consult(given.bundle, url, given.at)
    return consulted?.json.ok ? consulted.json.value : null
  }
  const canonicalOf = (other: JsonObject) => canonicaliseWithin(given.effort, other, contextAt)
  return {
    document,
    ...given,
    issuerId: idOf(valueAt(document, 'issuer')),
    proofs: listOf(valueAt(document, 'proof')).filter(isObject).slice(0, proofsMax),
    contextAt,
    canonical: () => (canonical ??= canonicalOf(unsecured(document))),
    canonicalOf,
  }
}
