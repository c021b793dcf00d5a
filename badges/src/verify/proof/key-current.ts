import type { Case } from '../case.ts'
import { epochMsOf } from '../date-time.ts'
import type { Finding } from '../report.ts'
import { keyAge } from './key-age.ts'
import type { ResolvedKey } from './resolved-key.ts'

/**
 * Whether the key was retired (Controlled Identifiers 1.0 section 2.2, `expires` and `revoked`). A
 * proof's `created` is the signer's own word, so a signature "from before" a revocation stays a
 * fail, and one from before an expiry is unknown: only trusted time could tell.
 *
 * @param signedAt when the signer says it was signed, epoch ms; null where it does not say.
 */
export function keyCurrent(
  the: Case,
  signedAt: number | null,
  key: ResolvedKey,
  about: string,
): readonly Finding[] {
  const base = {
    id: 'proof.keyCurrent',
    about,
    spec: 'Controlled Identifiers 1.0 section 2.2',
    ...(key.evidence === null ? {} : { evidence: key.evidence }),
    ...(key.asOf === null ? {} : { asOf: key.asOf }),
  }
  if (key.revoked !== null && isTakenBack(the, key))
    return [
      {
        ...base,
        outcome: 'fail',
        code: 'KEY_REVOKED',
        facts: { revoked: key.revoked },
        message: 'The key was revoked by its owner.',
        remedy: 'Ask the holder for a newer copy, signed with another key.',
      },
    ]
  if (key.expires !== null && hasPassed(the, key.expires)) {
    const isAfter = signedAt === null || signedAt > (epochMsOf(key.expires) ?? 0)
    return [
      {
        ...base,
        outcome: isAfter ? 'fail' : 'unknown',
        code: 'KEY_EXPIRED',
        facts: { expires: key.expires },
        message: isAfter
          ? 'The key had expired when the badge was signed.'
          : 'The key has expired since; that it was signed before is the signer’s word.',
      },
    ]
  }
  const begun = key.from === null ? null : epochMsOf(key.from)
  if (begun !== null && signedAt !== null && signedAt + the.policy.toleranceMs < begun)
    return [
      {
        ...base,
        outcome: 'fail',
        code: 'KEY_NOT_YET_VALID',
        facts: { from: key.from ?? '' },
        message: 'The key did not exist yet when the badge says it was signed.',
      },
    ]
  if (key.evidence === null) return []
  const tooOld = keyAge(the, key.evidence)
  if (tooOld !== null) return [{ ...base, ...tooOld }]
  return [{ ...base, outcome: 'pass', message: 'The key is in use.' }]
}

/** @returns whether the owner of a key has taken it back, or somebody who keeps its keys says so. */
export function isTakenBack(the: Case, key: Pick<ResolvedKey, 'revoked'>): boolean {
  return key.revoked !== null && hasPassed(the, key.revoked)
}

/** A date that cannot be read counts as passed: a broken revocation must not unrevoke. */
function hasPassed(the: Case, date: string): boolean {
  const time = epochMsOf(date)
  return time === null || time <= the.at
}
