/**
 * Every code with which a check of a badge may explain itself: the verifier's own closed list, and what a mark says
 * where a check needs no reason. A test compares this list with the verifier's source.
 */
export const verifyCodes = [
  'PASS',
  'FAIL',
  'UNKNOWN',
  'PARSING_ERROR',
  'NOT_READ',
  'MALFORMED_VALUE_ERROR',
  'UNKNOWN_CONTEXT',
  'CONTEXT_ORDER',
  'CONTEXT_REDEFINES',
  'ALIASED_TERM',
  'DATA_LOSS_DETECTION_ERROR',
  'UNSUPPORTED_SUITE',
  'INVALID_VERIFICATION_METHOD',
  'INVALID_RELATIONSHIP_FOR_VERIFICATION_METHOD',
  'PROOF_VERIFICATION_ERROR',
  'CRYPTOGRAPHIC_SECURITY_ERROR',
  'CONTROLLER_MISMATCH',
  'KEY_EXPIRED',
  'KEY_NOT_YET_VALID',
  'KEY_REVOKED',
  'KEY_STALE',
  'PROOF_FROM_FUTURE',
  'TEST_KEY',
  'ALG_NOT_ALLOWED',
  'CLAIM_MISMATCH',
  'CLAIM_MISSING',
  'NOT_RETRIEVED',
  'REDIRECTED',
  'OUT_OF_SCOPE',
  'COPY_DIFFERS',
  'NOT_YET_VALID',
  'EXPIRED',
  'REVOKED',
  'SUSPENDED',
  'STATUS_RETRIEVAL_ERROR',
  'STATUS_VERIFICATION_ERROR',
  'STATUS_LIST_LENGTH_ERROR',
  'RANGE_ERROR',
  'STALE',
  'OLDER_THAN_SEEN',
  'LIST_NOT_TIED',
  'LIST_NOT_YET_VALID',
  'LIST_EXPIRED',
  'NEWER_EXISTS',
  'STATUS_NOTED',
  'REFRESH_FAILED',
  'RECIPIENT_MISMATCH',
  'RECIPIENT_LOOSELY',
  'RECIPIENT_NOT_COMPARABLE',
  'NAME_ONLY',
  'WEAK_HASH',
  'SCHEMA_MISMATCH',
  'DUPLICATE_CHUNK',
  'OTHER_CHUNK',
  'CRC_MISMATCH',
  'COMPRESSED',
  'NOT_A_BADGE',
  'NO_BADGE_INSIDE',
  'NOT_CHECKED_BY_THIS_VERSION',
  'NOT_ASKED',
  'NOTHING_TO_VERIFY',
  'NO_PROOF',
  'WITHHELD',
  'NO_STATUS_DECLARED',
  'NO_END_DATE',
  'ISSUER_NOT_LISTED',
  'ISSUER_NOT_PROVEN',
  'SUBJECT_NOT_IDENTIFIED',
  'ENDORSES_ANOTHER',
  'ID_DIFFERS',
  'SAME_ID',
  'KEY_NOT_AVAILABLE',
  'UNSUPPORTED_DID_METHOD',
  'TOO_LARGE',
  'TOO_DEEP',
  'TOO_COMPLEX',
  'TRUNCATED',
  'DUPLICATE_KEY',
  'PROTOTYPE_KEY',
  'DOCTYPE_REFUSED',
  'NOT_A_PNG',
  'SELF_CHECK_FAILED',
] as const
export type VerifyCode = (typeof verifyCodes)[number]

export type VerifyFacts = Readonly<Record<string, string | number>>

/** A sentence for every code, in one language. */
export type VerifyCodeWords = {
  readonly [C in VerifyCode]: (facts: VerifyFacts) => string
}

/** What badges with a code have in common, in a few words. */
export type VerifyCauseWords = { readonly [C in VerifyCode]: string }

/** A fact as text; empty where it is absent. A list that was written as JSON reads as a plain list. */
export function factText(facts: VerifyFacts, name: string): string {
  const value = facts[name]
  if (value === undefined) return ''
  return String(value)
    .replace(/^\[|\]$/g, '')
    .replaceAll('","', ', ')
    .replaceAll('"', '')
}

/**
 * Where something is not built as it should be: of lines such as `/validFrom: a time` the place alone, or with what
 * belongs there, which only English has.
 */
export function factPlaces(facts: VerifyFacts, name: string, isWhole: boolean): string {
  const value = facts[name]
  if (typeof value !== 'string' || !value.startsWith('[')) return factText(facts, name)
  return value
    .slice(2, -2)
    .split('","')
    .map(line => (isWhole ? line : line.replace(/: [^]*$/, '')))
    .map(line => line.replaceAll('\\"', '"').replaceAll('~1', '/').replaceAll('~0', '~'))
    .join(isWhole ? '; ' : ', ')
}

/** A fact as an instant (epoch ms): RFC 3339 text, or the seconds of a JWT. `undefined` where it is neither. */
export function factTime(facts: VerifyFacts, ...names: readonly string[]): number | undefined {
  for (const name of names) {
    const value = facts[name]
    const at = typeof value === 'number' ? value * 1_000 : Date.parse(value ?? '')
    if (Number.isFinite(at)) return at
  }
  return undefined
}
