import type { JsonValue } from '../../json/value.ts'
import { epochMsOf } from '../date-time.ts'
import type { DateForm } from './older-case.ts'

const hourMs = 3_600_000
const dayMs = 24 * hourMs

/**
 * Reads a date of an older badge. OB 2.0 #dateTime: ISO 8601 with a zone, seconds may be missing.
 * OB 1.x: also without a zone (read as UTC), a day alone, and Unix seconds of ten digits as text or
 * number, which Moodle still writes. A day alone has no zone: it begins where it begins first on
 * earth and ends where it ends last.
 *
 * @returns first and last instant it may mean, epoch ms, or null where it is no date: 2015-04-31.
 */
export function olderTimeOf(
  value: JsonValue | undefined,
  form: DateForm,
): { readonly first: number; readonly last: number } | null {
  const text = typeof value === 'number' ? String(value) : value
  if (typeof text !== 'string') return null
  if (form === '1.x') {
    if (/^\d{10}$/.test(text)) return instant(Number(text) * 1000)
    if (/^\d{4}-\d{2}-\d{2}$/.test(text)) {
      const midnight = epochMsOf(`${text}T00:00:00Z`)
      if (midnight === null) return null
      return { first: midnight - 14 * hourMs, last: midnight + dayMs + 12 * hourMs }
    }
  }
  const match = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})(:\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/i.exec(
    text,
  )
  if (match === null || typeof value === 'number') return null
  const [, minute = '', second = ':00', zone] = match
  if (zone === undefined && form === '2.0') return null
  const stamp = `${minute}${second}${(zone ?? 'Z').replace(/^([+-]\d{2})(\d{2})$/, '$1:$2')}`
  return instant(epochMsOf(stamp))
}

function instant(ms: number | null): { readonly first: number; readonly last: number } | null {
  return ms === null ? null : { first: ms, last: ms }
}
