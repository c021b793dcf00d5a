import { textOf, valueAt } from '../../json/value.ts'
import type { Case } from '../case.ts'
import { epochMsOf } from '../date-time.ts'
import type { Finding } from '../report.ts'
import { dateNamesOf } from './credential-model.ts'

/** Whether the badge has begun to be valid, within the policy's tolerance for clocks. */
export function validFrom(the: Case): readonly Finding[] {
  const name = dateNamesOf(the.detected.dataModel).from
  const stated = valueAt(the.document, name)
  if (stated === undefined) return []
  const base = { id: 'validFrom', about: `/${name}`, spec: 'VCDM 2.0 section 4.9' }
  const text = textOf(stated) ?? ''
  const begins = epochMsOf(text)
  if (begins === null)
    return [
      {
        ...base,
        outcome: 'fail',
        code: 'MALFORMED_VALUE_ERROR',
        message: 'The first day is no date.',
      },
    ]
  const facts = { validFrom: text }
  if (begins > the.at + the.policy.toleranceMs)
    return [
      { ...base, outcome: 'fail', code: 'NOT_YET_VALID', facts, message: 'It is not valid yet.' },
    ]
  return [
    {
      ...base,
      outcome: 'pass',
      facts: begins > the.at ? { ...facts, toleranceUsedMs: begins - the.at } : facts,
      message: 'It has begun to be valid.',
    },
  ]
}
