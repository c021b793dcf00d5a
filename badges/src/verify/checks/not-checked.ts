import { listOf, pointer, textsOf, valueAt } from '../../json/value.ts'
import type { Case } from '../case.ts'
import type { Finding } from '../report.ts'

/** Things a badge may carry that this version names and does not check. */
const carried = [
  { key: 'credentialSchema', id: 'credentialSchema', spec: 'OB 3.0 #json-schema', what: 'schema' },
  { key: 'refreshService', id: 'refresh', spec: '1EdTech VC Refresh 1.0', what: 'newer issue' },
] as const

/** @returns an `unknown` for each of them, so that silence is never taken for a pass. */
export function notChecked(the: Case): readonly Finding[] {
  return carried.flatMap(({ key, id, spec, what }) =>
    listOf(valueAt(the.document, key)).map((entry, at) => ({
      id,
      about: pointer('', key, at),
      spec,
      outcome: 'unknown' as const,
      code: 'NOT_CHECKED_BY_THIS_VERSION' as const,
      facts: { type: textsOf(valueAt(entry, 'type')).slice(0, 5) },
      message: `The ${what} it names was not looked at by this version.`,
    })),
  )
}
