import type { VerifyCode } from '../../words/verify-code.ts'
import type { Words } from '../../words/words.ts'
import { isVerifyCode } from './mark-said.ts'

/** What a person can do about something that doesn't hold or can't be told. */
export type Step = keyof Words['verify']['many']['step']

/** The step for each reason; `undefined` where there is nothing to be done. */
const steps: { readonly [C in VerifyCode]: Step | undefined } = {
  PASS: undefined,
  FAIL: 'issuer',
  UNKNOWN: 'issuer',
  PARSING_ERROR: 'holder',
  NOT_READ: 'holder',
  MALFORMED_VALUE_ERROR: 'issuer',
  UNKNOWN_CONTEXT: 'version',
  CONTEXT_ORDER: 'issuer',
  CONTEXT_REDEFINES: 'distrust',
  ALIASED_TERM: 'distrust',
  DATA_LOSS_DETECTION_ERROR: 'distrust',
  UNSUPPORTED_SUITE: 'version',
  INVALID_VERIFICATION_METHOD: 'issuer',
  INVALID_RELATIONSHIP_FOR_VERIFICATION_METHOD: 'issuer',
  PROOF_VERIFICATION_ERROR: 'distrust',
  CRYPTOGRAPHIC_SECURITY_ERROR: 'distrust',
  CONTROLLER_MISMATCH: 'distrust',
  KEY_EXPIRED: 'newer',
  KEY_NOT_YET_VALID: 'issuer',
  KEY_REVOKED: 'distrust',
  KEY_STALE: 'known',
  PROOF_FROM_FUTURE: 'issuer',
  TEST_KEY: 'distrust',
  ALG_NOT_ALLOWED: 'distrust',
  CLAIM_MISMATCH: 'distrust',
  CLAIM_MISSING: 'issuer',
  NOT_RETRIEVED: 'known',
  REDIRECTED: 'issuer',
  OUT_OF_SCOPE: 'distrust',
  COPY_DIFFERS: 'newer',
  NOT_YET_VALID: 'later',
  EXPIRED: 'newer',
  REVOKED: 'over',
  SUSPENDED: 'later',
  STATUS_RETRIEVAL_ERROR: 'known',
  STATUS_VERIFICATION_ERROR: 'issuer',
  STATUS_LIST_LENGTH_ERROR: 'issuer',
  RANGE_ERROR: 'issuer',
  STALE: 'known',
  OLDER_THAN_SEEN: 'known',
  LIST_NOT_TIED: 'issuer',
  LIST_NOT_YET_VALID: 'later',
  LIST_EXPIRED: 'known',
  NEWER_EXISTS: 'newer',
  STATUS_NOTED: 'issuer',
  REFRESH_FAILED: undefined,
  RECIPIENT_MISMATCH: 'person',
  RECIPIENT_LOOSELY: 'person',
  RECIPIENT_NOT_COMPARABLE: 'person',
  NAME_ONLY: 'person',
  WEAK_HASH: 'person',
  SCHEMA_MISMATCH: 'issuer',
  DUPLICATE_CHUNK: 'split',
  OTHER_CHUNK: undefined,
  CRC_MISMATCH: 'holder',
  COMPRESSED: undefined,
  NOT_A_BADGE: 'holder',
  NO_BADGE_INSIDE: 'holder',
  NOT_CHECKED_BY_THIS_VERSION: 'version',
  NOT_ASKED: undefined,
  NOTHING_TO_VERIFY: 'holder',
  NO_PROOF: 'issuer',
  WITHHELD: 'issuer',
  NO_STATUS_DECLARED: undefined,
  NO_END_DATE: undefined,
  ISSUER_NOT_LISTED: 'vouch',
  ISSUER_NOT_PROVEN: 'vouch',
  SUBJECT_NOT_IDENTIFIED: 'person',
  ENDORSES_ANOTHER: 'distrust',
  ID_DIFFERS: 'issuer',
  SAME_ID: 'issuer',
  KEY_NOT_AVAILABLE: 'known',
  UNSUPPORTED_DID_METHOD: 'version',
  TOO_LARGE: 'holder',
  TOO_DEEP: 'distrust',
  TOO_COMPLEX: 'distrust',
  TRUNCATED: 'holder',
  DUPLICATE_KEY: 'distrust',
  PROTOTYPE_KEY: 'distrust',
  DOCTYPE_REFUSED: 'distrust',
  NOT_A_PNG: 'holder',
  SELF_CHECK_FAILED: 'issuer',
}

/** The step for a reason; `undefined` where nothing is to be done, or nobody knows the code. */
export const stepOf = (code: string | undefined): Step | undefined =>
  code !== undefined && isVerifyCode(code) ? steps[code] : undefined

/** What to do about a reason, in a sentence; empty where there is no step. */
export function whatToDo(words: Words, code: string | undefined): string {
  const step = stepOf(code)
  return step === undefined ? '' : words.verify.many.step[step]
}
