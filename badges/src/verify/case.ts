import type { Detected } from '../detect/detected.ts'
import type { Jws } from '../detect/jws.ts'
import type { ContextSource, Digest } from '../json-ld/canonicalise.ts'
import { unsecured } from '../json-ld/unsecured.ts'
import { idOf, isObject, listOf, textOf, valueAt, type JsonObject } from '../json/value.ts'
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
  /** Whether `at` is now, as it was when the judging began, and not a time that somebody chose. */
  readonly isNow?: boolean
  readonly bundle: TrustBundle
  readonly policy: Policy
  /** `issuer` or `issuer.id`, as written; null where there is none. */
  readonly issuerId: string | null
  readonly proofs: readonly JsonObject[]
  /** The JWT the document came in; null where it carries its proof inside. */
  readonly jws: Jws | null
  /**
   * Whether every byte of the document is signed (a JWT, or JCS suites only) and not the statements it
   * makes: nothing in it can then be added, renamed or moved without the signature noticing.
   */
  readonly isSignedAsWritten: boolean
  readonly contextAt: ContextSource
  readonly effort: Effort
  /** Canonical N-Quads without the proofs; worked out once, on first use. */
  readonly canonical: (digest?: Digest) => Promise<Result<string>>
  /** Canonical N-Quads of anything else, such as the options of a proof. */
  readonly canonicalOf: (document: JsonObject, digest: Digest) => Promise<Result<string>>
}

/**
 * @returns the case of a document. Its contexts are those of the package and the bundle's entries of the
 * kind `context`, never a document that a badge caused to be fetched.
 */
export function openCase(
  document: JsonObject,
  given: Pick<Case, 'detected' | 'at' | 'isNow' | 'bundle' | 'policy' | 'effort'>,
  jws: Jws | null = null,
): Case {
  const canonicals = new Map<Digest, Promise<Result<string>>>()
  const { bundle } = given
  // Nobody is told of a context, so nobody fetches one; and what was fetched for another reason is none.
  const contextAt: ContextSource = url => {
    if (bundle.documents.get(url)?.kind !== 'context') return null
    const consulted = consult(bundle, url, given.at)
    return consulted?.json.ok ? consulted.json.value : null
  }
  const canonicalOf = (other: JsonObject, digest: Digest) =>
    canonicaliseWithin(given.effort, other, contextAt, digest)
  const canonical = (digest: Digest = 'SHA-256') => {
    const text = canonicals.get(digest) ?? canonicalOf(unsecured(document), digest)
    canonicals.set(digest, text)
    return text
  }
  const proofs = listOf(valueAt(document, 'proof')).filter(isObject).slice(0, proofsMax)
  return {
    document,
    ...given,
    issuerId: idOf(valueAt(document, 'issuer')),
    proofs,
    jws,
    isSignedAsWritten: jws !== null || (proofs.length > 0 && proofs.every(isOverJson)),
    contextAt,
    canonical,
    canonicalOf,
  }
}

function isOverJson(proof: JsonObject): boolean {
  const suite = textOf(valueAt(proof, 'cryptosuite')) ?? ''
  return textOf(valueAt(proof, 'type')) === 'DataIntegrityProof' && /-jcs-\d{4}$/.test(suite)
}
