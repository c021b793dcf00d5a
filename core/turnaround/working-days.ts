import { isWeekend } from './is-weekend.ts'

/** What a district counts as a working day. */
export interface Calendar {
  /** IANA time zone in which days begin. */
  readonly timeZone: string
  readonly holidays: readonly { readonly day: string; readonly name: string }[]
}

/** A computer that has joined no district counts Monday to Friday in its own zone. */
export const plainCalendar: Calendar = { timeZone: 'UTC', holidays: [] }

const dayMs = 86_400_000

/** A formatter costs a hundred times what it formats, and a screen asks for days at each stroke: one a zone is kept. */
const dayFormats = new Map<string, Intl.DateTimeFormat>()

function dayFormatOf(timeZone: string): Intl.DateTimeFormat {
  const known = dayFormats.get(timeZone)
  if (known !== undefined) return known
  const parts = { year: 'numeric', month: '2-digit', day: '2-digit' } as const
  const made = new Intl.DateTimeFormat('en-CA', { timeZone, ...parts })
  dayFormats.set(timeZone, made)
  return made
}

/** The calendar day (`YYYY-MM-DD`) of an instant (epoch ms) in the calendar's zone. */
export const dayOf = (atMs: number, { timeZone }: Calendar): string =>
  dayFormatOf(timeZone).format(atMs)

const instantOf = (day: string) => Date.parse(`${day}T00:00:00Z`)

/** A promised day, and the named holidays that were stepped over to reach it. */
export interface Due {
  readonly day: string
  readonly skipped: readonly string[]
}

/** The day `count` working days after `from`; the day itself never counts. */
export function workingDaysAfter(from: string, count: number, calendar: Calendar): Due {
  const holidays = new Map(calendar.holidays.map(holiday => [holiday.day, holiday.name]))
  const skipped = new Set<string>()
  let at = instantOf(from)
  for (let left = count; left > 0;) {
    at += dayMs
    if (isWeekend(at)) continue
    const holiday = holidays.get(new Date(at).toISOString().slice(0, 10))
    if (holiday === undefined) left -= 1
    // A day that was given no name is skipped like the others; there is nothing to say of it.
    else if (holiday !== '') skipped.add(holiday)
  }
  return { day: new Date(at).toISOString().slice(0, 10), skipped: [...skipped] }
}

/** How many working days lie after `from` up to and with `until`; negative when `until` is earlier. */
export function workingDaysBetween(from: string, until: string, calendar: Calendar): number {
  if (until < from) return -workingDaysBetween(until, from, calendar)
  const holidays = new Set(calendar.holidays.map(holiday => holiday.day))
  let count = 0
  for (let at = instantOf(from) + dayMs; at <= instantOf(until); at += dayMs) {
    if (!isWeekend(at) && !holidays.has(new Date(at).toISOString().slice(0, 10))) count += 1
  }
  return count
}
