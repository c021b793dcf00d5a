import { textsOf, valueAt } from '../../json/value.ts'
import type { Case } from '../case.ts'
import type { Finding } from '../report.ts'

/** Whether it says of itself that it is a verifiable credential (VCDM 2.0 section 4.5). */
export function type(the: Case): Finding {
  const types = textsOf(valueAt(the.document, 'type'))
  const base = { id: 'type', about: '/type', spec: 'VCDM 2.0 section 4.5' }
  return types.includes('VerifiableCredential')
    ? {
        ...base,
        outcome: 'pass',
        facts: { types: types.slice(0, 20) },
        message: 'It says what it is.',
      }
    : {
        ...base,
        outcome: 'fail',
        code: 'MALFORMED_VALUE_ERROR',
        facts: { types: types.slice(0, 20) },
        message: 'It does not say that it is a verifiable credential.',
      }
}
