import type { Finding } from '../report.ts'
import type { ResolvedKey } from './resolved-key.ts'

/**
 * Whether the key that a proof names was found and is of the kind it needs.
 *
 * @param needed what the key has to fit, and whether it does: a suite or an algorithm.
 */
export function methodFound(
  key: ResolvedKey,
  needed: { readonly name: string; readonly fits: boolean } | null,
  about: string,
): Finding {
  const base = {
    id: 'proof.verificationMethod',
    about,
    spec: 'Controlled Identifiers 1.0 section 3.3',
    ...(key.evidence === null ? {} : { evidence: key.evidence }),
    ...(key.asOf === null ? {} : { asOf: key.asOf }),
  }
  if (key.problem !== null) {
    const { outcome, code, facts } = key.problem
    const message =
      outcome === 'fail'
        ? 'The key that the proof names is not a good one.'
        : 'The key that the proof names is not at hand.'
    return { ...base, outcome, code, facts, message }
  }
  if (needed !== null && !needed.fits)
    return {
      ...base,
      outcome: 'fail',
      code: 'INVALID_VERIFICATION_METHOD',
      facts: { keyType: key.key?.kind ?? 'none', needed: needed.name },
      message: 'The key is of another kind than the signature needs.',
    }
  return {
    ...base,
    outcome: 'pass',
    facts: { method: key.method.slice(0, 500) },
    message: 'The key was found.',
  }
}
