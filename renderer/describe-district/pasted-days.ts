import type { Holiday } from '../../core/person/district.ts'
import { daysAsked, type RangeFault } from './days-asked.ts'

/** As it is stored, or as it is written in the United States: month, day, year. */
const date = String.raw`(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}/\d{1,2}/\d{4})`
const line = new RegExp(
  String.raw`^${date}(?:\s*(?:-|–|—|to|through|a|al|hasta)\s*${date})?(?:[\s,;:]+(.*))?$`,
  'i',
)

/** The longest name that a day has (`districtSchema`). */
const nameCharsMax = 200

/** A line that can't be taken, by its number from 1. */
export interface WrongLine {
  readonly line: number
  readonly text: string
  readonly fault: RangeFault
}

/** What a pasted list comes to. */
export interface Pasted {
  readonly days: readonly Holiday[]
  readonly wrong: readonly WrongLine[]
  /** So many lines are a weekend alone, which never counts. */
  readonly weekendCount: number
}

/** Reads a list of days, one a line: a date or two, then a name if there is one. */
export function pastedDays(text: string, today: string): Pasted {
  const lines = text.split(/\r\n|\r|\n/).map(one => one.trim())
  const read = lines.flatMap((one, at) =>
    one === '' ? [] : [{ line: at + 1, text: one, found: daysOf(one, today) }],
  )
  return {
    days: read.flatMap(({ found }) => (typeof found === 'string' ? [] : found)),
    wrong: read.flatMap(({ line, text: said, found }) =>
      typeof found === 'string' && found !== 'weekend' ? [{ line, text: said, fault: found }] : [],
    ),
    weekendCount: read.filter(({ found }) => found === 'weekend').length,
  }
}

function daysOf(text: string, today: string): readonly Holiday[] | RangeFault {
  const [, from, until = '', name = ''] = line.exec(text) ?? []
  if (from === undefined) return 'missing'
  return daysAsked({
    from: dayOf(from),
    until: dayOf(until),
    name: name.slice(0, nameCharsMax),
    today,
  })
}

/** `YYYY-MM-DD` of a date as it was written; empty stays empty. */
function dayOf(written: string): string {
  if (written === '') return ''
  const [a = '', b = '', c = ''] = written.split(/[-/]/)
  const [year, month, day] = written.includes('/') ? [c, a, b] : [a, b, c]
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}
