import { valueAt, type JsonObject } from '../../json/value.ts'
import type { Case } from '../case.ts'
import type { Finding } from '../report.ts'
import { validFrom } from './valid-from.ts'
import { validUntil } from './valid-until.ts'

const spec = 'OB 3.0 #jwt-proof'

/**
 * Dates of a VC-JWT: `nbf` and `exp` (seconds, RFC 7519 section 2) where the payload has them, else
 * the dates of the credential in it.
 */
export function jwtDates(the: Case, payload: JsonObject): readonly Finding[] {
  return [...fromOf(the, valueAt(payload, 'nbf')), ...untilOf(the, valueAt(payload, 'exp'))]
}

function fromOf(the: Case, nbf: unknown): readonly Finding[] {
  if (nbf === undefined) return validFrom(the)
  const base = { id: 'validFrom', about: '/nbf', spec }
  if (typeof nbf !== 'number') return [unread(base)]
  const facts = { nbf }
  return nbf * 1000 > the.at + the.policy.toleranceMs
    ? [{ ...base, outcome: 'fail', code: 'NOT_YET_VALID', facts, message: 'It is not valid yet.' }]
    : [{ ...base, outcome: 'pass', facts, message: 'It has begun to be valid.' }]
}

function untilOf(the: Case, exp: unknown): readonly Finding[] {
  if (exp === undefined) return validUntil(the)
  const base = { id: 'validUntil', about: '/exp', spec }
  if (typeof exp !== 'number') return [unread(base)]
  const facts = { exp }
  return exp * 1000 + the.policy.toleranceMs < the.at
    ? [{ ...base, outcome: 'fail', code: 'EXPIRED', facts, message: 'It has expired.' }]
    : [{ ...base, outcome: 'pass', facts, message: 'It has not expired.' }]
}

function unread(base: Pick<Finding, 'id' | 'about' | 'spec'>): Finding {
  return {
    ...base,
    outcome: 'unknown',
    code: 'MALFORMED_VALUE_ERROR',
    message: 'A date is no number.',
  }
}
