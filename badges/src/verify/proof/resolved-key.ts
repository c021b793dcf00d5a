import type { JoseKey } from '../../jose/jose-key.ts'
import type { Code, Facts, Refusal } from '../../refusal.ts'
import type { Evidence } from '../report.ts'
import type { StatedMethod } from './controller-document.ts'

/** What is known of a key that a proof names, and from whom. */
export interface ResolvedKey {
  readonly method: string
  readonly key: JoseKey | null
  /** Who the key belongs to, as somebody other than the proof says; null where nobody has. */
  readonly controller: string | null
  /** The URL a bare JWK was found at: whose it is only the issuer or the origin can tell. */
  readonly foundAt: string | null
  /** Whether the controller lists the method for assertions; null where its document is missing. */
  readonly isAssertionMethod: boolean | null
  /** RFC 3339: when it came into use, ended, was taken back. */
  readonly from: string | null
  readonly expires: string | null
  readonly revoked: string | null
  /** The secret half stands beside the public one. */
  readonly isSecretShown: boolean
  /** Why the method is not good (fail) or not known (unknown); null where it is good. */
  readonly problem: (Refusal & { readonly outcome: 'fail' | 'unknown' }) | null
  readonly evidence: Evidence | null
  readonly asOf: number | null
}

/** A key of which nothing is known yet. */
export const nothingKnown = {
  key: null,
  controller: null,
  foundAt: null,
  isAssertionMethod: null,
  from: null,
  expires: null,
  revoked: null,
  isSecretShown: false,
  problem: null,
  evidence: null,
  asOf: null,
} as const

/** @returns a method that could not be found (unknown) or is no good one (fail). */
export function unresolved(
  method: string,
  outcome: 'fail' | 'unknown',
  code: Code,
  facts: Facts,
): ResolvedKey {
  return { ...nothingKnown, method, problem: { outcome, code, facts } }
}

/** A key of a kind we do not read is not known; any other key that cannot be used is a bad one. */
export function problemOf({ code, facts }: Refusal): NonNullable<ResolvedKey['problem']> {
  return { outcome: code === 'NOT_CHECKED_BY_THIS_VERSION' ? 'unknown' : 'fail', code, facts }
}

/** @returns what a document states, as a resolved key of that document's controller. */
export function resolvedFrom(stated: StatedMethod, method: string): ResolvedKey {
  const { key, controller, isAssertionMethod, expires, revoked, isSecretShown } = stated
  return {
    ...nothingKnown,
    method,
    key: key.ok ? key.value : null,
    controller,
    isAssertionMethod,
    expires,
    revoked,
    isSecretShown,
    problem: key.ok ? null : problemOf(key.refusal),
  }
}
