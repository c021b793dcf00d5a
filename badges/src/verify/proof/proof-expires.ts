import { textOf, valueAt, type JsonObject } from '../../json/value.ts'
import type { Case } from '../case.ts'
import { epochMsOf } from '../date-time.ts'
import type { Finding } from '../report.ts'

/** A proof may end before the credential does (vc-data-integrity section 2.1, `expires`). */
export function proofExpires(the: Case, proof: JsonObject, about: string): readonly Finding[] {
  const stated = valueAt(proof, 'expires')
  if (stated === undefined) return []
  const base = { id: 'proof.expires', about, spec: 'vc-data-integrity section 2.1' }
  const ends = epochMsOf(textOf(stated) ?? '')
  if (ends === null)
    return [
      {
        ...base,
        outcome: 'fail',
        code: 'MALFORMED_VALUE_ERROR',
        message: 'The end date of the proof is no date.',
      },
    ]
  const hasEnded = ends + the.policy.toleranceMs < the.at
  return [
    hasEnded
      ? {
          ...base,
          outcome: 'fail',
          code: 'EXPIRED',
          facts: { expires: textOf(stated) ?? '' },
          message: 'The proof has expired.',
        }
      : { ...base, outcome: 'pass', message: 'The proof has not expired.' },
  ]
}
