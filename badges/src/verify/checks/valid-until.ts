import { textOf, valueAt } from '../../json/value.ts'
import type { Case } from '../case.ts'
import { epochMsOf } from '../date-time.ts'
import type { Finding } from '../report.ts'
import { dateNamesOf } from './credential-model.ts'

/**
 * Whether the badge has expired, within the policy's tolerance for clocks.
 *
 * @param isPartial whether its holder may have left the end date out.
 */
export function validUntil(the: Case, isPartial = false): readonly Finding[] {
  const name = dateNamesOf(the.detected.dataModel).until
  const stated = valueAt(the.document, name)
  const base = { id: 'validUntil', about: `/${name}`, spec: 'VCDM 2.0 section 4.9' }
  if (stated === undefined && isPartial)
    return [
      {
        ...base,
        id: 'validUntil.withheld',
        outcome: 'unknown',
        code: 'WITHHELD',
        message: 'If it has an end date, whoever shows it has left that out.',
      },
    ]
  if (stated === undefined)
    return [{ ...base, outcome: 'pass', code: 'NO_END_DATE', message: 'It has no end date.' }]
  const text = textOf(stated) ?? ''
  const ends = epochMsOf(text)
  if (ends === null)
    return [
      {
        ...base,
        outcome: 'fail',
        code: 'MALFORMED_VALUE_ERROR',
        message: 'The last day is no date.',
      },
    ]
  const facts = { validUntil: text }
  if (ends + the.policy.toleranceMs < the.at)
    return [{ ...base, outcome: 'fail', code: 'EXPIRED', facts, message: 'It has expired.' }]
  return [
    {
      ...base,
      outcome: 'pass',
      facts: ends < the.at ? { ...facts, toleranceUsedMs: the.at - ends } : facts,
      message: 'It has not expired.',
    },
  ]
}
