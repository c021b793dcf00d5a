/** A fact of a refusal or a check: plain data a sentence can be built from. */
export type Fact = string | number | boolean | readonly string[]
export type Facts = Readonly<Record<string, Fact>>

/** Why something could not be read or done: a stable code and the facts behind it. */
export interface Refusal {
  readonly code: Code
  readonly facts: Facts
}

/** A value, or the reason there is none. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal }

/** Every code this package says. The first block is the standards' own words where they have one. */
export type Code =
  | 'PARSING_ERROR'
  | 'NOT_READ'
  | 'MALFORMED_VALUE_ERROR'
  | 'UNKNOWN_CONTEXT'
  | 'CONTEXT_ORDER'
  | 'CONTEXT_REDEFINES'
  | 'ALIASED_TERM'
  | 'DATA_LOSS_DETECTION_ERROR'
  | 'UNSUPPORTED_SUITE'
  | 'INVALID_VERIFICATION_METHOD'
  | 'INVALID_RELATIONSHIP_FOR_VERIFICATION_METHOD'
  | 'PROOF_VERIFICATION_ERROR'
  | 'CRYPTOGRAPHIC_SECURITY_ERROR'
  | 'CONTROLLER_MISMATCH'
  | 'KEY_EXPIRED'
  | 'KEY_NOT_YET_VALID'
  | 'KEY_REVOKED'
  | 'KEY_STALE'
  | 'PROOF_FROM_FUTURE'
  | 'TEST_KEY'
  | 'ALG_NOT_ALLOWED'
  | 'CLAIM_MISMATCH'
  | 'CLAIM_MISSING'
  | 'NOT_RETRIEVED'
  | 'REDIRECTED'
  | 'OUT_OF_SCOPE'
  | 'COPY_DIFFERS'
  | 'NOT_YET_VALID'
  | 'EXPIRED'
  | 'REVOKED'
  | 'SUSPENDED'
  | 'STATUS_RETRIEVAL_ERROR'
  | 'STATUS_VERIFICATION_ERROR'
  | 'STATUS_LIST_LENGTH_ERROR'
  | 'RANGE_ERROR'
  | 'STALE'
  | 'OLDER_THAN_SEEN'
  | 'LIST_NOT_TIED'
  | 'LIST_NOT_YET_VALID'
  | 'LIST_EXPIRED'
  | 'NEWER_EXISTS'
  | 'STATUS_NOTED'
  | 'REFRESH_FAILED'
  | 'RECIPIENT_MISMATCH'
  | 'RECIPIENT_LOOSELY'
  | 'RECIPIENT_NOT_COMPARABLE'
  | 'NAME_ONLY'
  | 'WEAK_HASH'
  | 'SCHEMA_MISMATCH'
  | 'DUPLICATE_CHUNK'
  | 'OTHER_CHUNK'
  | 'CRC_MISMATCH'
  | 'COMPRESSED'
  | 'NOT_A_BADGE'
  | 'NO_BADGE_INSIDE'
  | 'NOT_CHECKED_BY_THIS_VERSION'
  | 'NOT_ASKED'
  | 'NOTHING_TO_VERIFY'
  | 'NO_PROOF'
  | 'WITHHELD'
  | 'NO_STATUS_DECLARED'
  | 'NO_END_DATE'
  | 'ISSUER_NOT_LISTED'
  | 'ISSUER_NOT_PROVEN'
  | 'SUBJECT_NOT_IDENTIFIED'
  | 'ENDORSES_ANOTHER'
  | 'ID_DIFFERS'
  | 'SAME_ID'
  | 'KEY_NOT_AVAILABLE'
  | 'UNSUPPORTED_DID_METHOD'
  | 'TOO_LARGE'
  | 'TOO_DEEP'
  | 'TOO_COMPLEX'
  | 'TRUNCATED'
  | 'DUPLICATE_KEY'
  | 'PROTOTYPE_KEY'
  | 'DOCTYPE_REFUSED'
  | 'NOT_A_PNG'
  | 'SELF_CHECK_FAILED'

/** @returns the value as a result. */
export const found = <T>(value: T): Result<T> => ({ ok: true, value })

/** @returns a refusal as a result. */
export const refused = (code: Code, facts: Facts = {}): { ok: false; refusal: Refusal } => ({
  ok: false,
  refusal: { code, facts },
})
