import { valueAt, type JsonValue } from '../../json/value.ts'
import type { Facts } from '../../refusal.ts'
import type { Finding } from '../report.ts'
import type { OlderCase } from './older-case.ts'
import { olderTimeOf } from './older-time.ts'

/** Whether an older badge has been issued yet, within the policy's tolerance for clocks. */
export function issuedOn(older: OlderCase): readonly Finding[] {
  const { name, value } = statedOf(older, ['issuedOn', 'issued_on'])
  if (value === undefined) return []
  const base = { id: 'validFrom', about: `/${name}`, spec: specOf(older) }
  const begins = olderTimeOf(value, older.dateForm)?.first
  if (begins === undefined) return [noDate(base, value)]
  const facts = { validFrom: dayOf(value, begins) }
  const { at, policy } = older.the
  if (begins > at + policy.toleranceMs)
    return [
      { ...base, outcome: 'fail', code: 'NOT_YET_VALID', facts, message: 'It is not valid yet.' },
    ]
  const used: Facts = begins > at ? { ...facts, toleranceUsedMs: begins - at } : facts
  return [{ ...base, outcome: 'pass', facts: used, message: 'It has begun to be valid.' }]
}

/** Whether an older badge has expired, within the policy's tolerance for clocks. */
export function expires(older: OlderCase): readonly Finding[] {
  const { name, value } = statedOf(older, ['expires'])
  const base = { id: 'validUntil', about: `/${name}`, spec: specOf(older) }
  if (value === undefined)
    return [{ ...base, outcome: 'pass', code: 'NO_END_DATE', message: 'It has no end date.' }]
  const ends = olderTimeOf(value, older.dateForm)?.last
  if (ends === undefined) return [noDate(base, value)]
  const facts = { validUntil: dayOf(value, ends) }
  const { at, policy } = older.the
  if (ends + policy.toleranceMs < at)
    return [{ ...base, outcome: 'fail', code: 'EXPIRED', facts, message: 'It has expired.' }]
  const used: Facts = ends < at ? { ...facts, toleranceUsedMs: at - ends } : facts
  return [{ ...base, outcome: 'pass', facts: used, message: 'It has not expired.' }]
}

function statedOf({ assertion }: OlderCase, names: readonly string[]) {
  const name = names.find(key => valueAt(assertion, key) !== undefined) ?? names[0] ?? ''
  return { name, value: valueAt(assertion, name) ?? undefined }
}

function noDate(base: Pick<Finding, 'id' | 'about' | 'spec'>, value: JsonValue): Finding {
  const facts = { value: JSON.stringify(value).slice(0, 100) }
  return {
    ...base,
    outcome: 'fail',
    code: 'MALFORMED_VALUE_ERROR',
    facts,
    message: 'This is no date that the standard allows.',
  }
}

/** Text stays as it is written; Unix seconds become a date that a person can read. */
function dayOf(value: JsonValue, ms: number): string {
  const isText = typeof value === 'string' && value.includes('-')
  return isText ? value.slice(0, 100) : new Date(ms).toISOString()
}

function specOf({ dateForm }: OlderCase): string {
  return dateForm === '2.0' ? 'OB 2.0 #Assertion' : 'OB 1.1 Assertion'
}
