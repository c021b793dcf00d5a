/**
 * What a verifier insists on. A policy is data: an office that demands listed issuers adds
 * `issuer.known` to `needed` and changes nothing else.
 */
export interface Policy {
  /** Ids of checks that decide `overall`. `status.*` stands for every id that begins so. */
  readonly needed: readonly string[]
  /** How far a clock may be off, for dates in the future and in the past, in milliseconds. */
  readonly toleranceMs: number
  /** Oldest status list that still answers, in milliseconds since it was fetched; null: any age. */
  readonly statusListAgeMsMax: number | null
  /** Whether a list may also be no older than it asks to be itself (`ttl`); default no. */
  readonly isTtlKept?: boolean
  /**
   * Oldest knowledge of a key that still answers, in milliseconds since its document was fetched; absent or
   * null: any age. A key that is its own name (did:key, did:jwk) does not age.
   */
  readonly keyAgeMsMax?: number | null
  /** Algorithms of a JWT that are taken; `usualAlgs` where absent. `ES384` and `PS256` can be added. */
  readonly algs?: readonly string[]
}

/** What OB 3.0 #jwt-proof names and issuers use. */
export const usualAlgs: readonly string[] = ['RS256', 'ES256', 'EdDSA', 'Ed25519']

/** The default: what the standards require, and nobody's private list of issuers. */
export const defaultPolicy: Policy = {
  needed: [
    'format',
    'type',
    'context',
    'definedTerms',
    'ownNames',
    'dataModel',
    'proof.*',
    'jwt.*',
    'issuer.key',
    'hosted.*',
    'validFrom',
    'validUntil',
    'signedAt',
    'status.revocation',
    'status.suspension',
    'status.unread',
    'statusList.proof',
    'statusList.age',
    'endorsement.subject',
    'parts',
  ],
  toleranceMs: 300_000,
  statusListAgeMsMax: null,
}

/** @returns the policy with more checks needed, such as `issuer.known` or `issuer.keyPrivate`. */
export function needing(policy: Policy, ...ids: readonly string[]): Policy {
  return { ...policy, needed: [...policy.needed, ...ids] }
}

/** @returns whether a check decides `overall` under a policy. */
export function isNeeded(policy: Policy, id: string): boolean {
  return policy.needed.some(
    entry => entry === id || (entry.endsWith('.*') && id.startsWith(entry.slice(0, -1))),
  )
}
