/** A day on which the demo district is closed; `day` is `YYYY-MM-DD` in its own time zone. */
export interface DemoHoliday {
  readonly day: string
  readonly name: string
}

export interface DemoCalendar {
  readonly timeZone: string
  readonly holidays: readonly DemoHoliday[]
}

const dayMs = 86_400_000
const [monday, thursday] = [1, 4]

const dayText = (atMs: number) => new Date(atMs).toISOString().slice(0, 10)
const weekday = (atMs: number) => new Date(atMs).getUTCDay()

/** The nth such weekday of a month (1 to 12), in ms of the day's start. */
function nth(n: number, day: number, month: number, year: number): number {
  const first = Date.UTC(year, month - 1, 1)
  return first + (((day - weekday(first) + 7) % 7) + 7 * (n - 1)) * dayMs
}

function last(day: number, month: number, year: number): number {
  const end = Date.UTC(year, month, 0)
  return end - ((weekday(end) - day + 7) % 7) * dayMs
}

/** Federal rule: a holiday on Saturday is kept on Friday, one on Sunday on Monday. */
function observed(month: number, day: number, year: number): number {
  const at = Date.UTC(year, month - 1, day)
  return at + (weekday(at) === 6 ? -dayMs : weekday(at) === 0 ? dayMs : 0)
}

const mondayOf = (atMs: number) => atMs - ((weekday(atMs) + 6) % 7) * dayMs

function days(name: string, fromMs: number, count: number): DemoHoliday[] {
  return Array.from({ length: count }, (_, n) => fromMs + n * dayMs)
    .filter(at => weekday(at) !== 0 && weekday(at) !== 6)
    .map(at => ({ day: dayText(at), name }))
}

function closedIn(year: number): DemoHoliday[] {
  return [
    ...days('Martin Luther King Jr. Day', nth(3, monday, 1, year), 1),
    ...days('Presidents’ Day', nth(3, monday, 2, year), 1),
    ...days('Spring break', nth(3, monday, 3, year), 5),
    ...days('Memorial Day', last(monday, 5, year), 1),
    ...days('Juneteenth', observed(6, 19, year), 1),
    ...days('Independence Day', observed(7, 4, year), 1),
    ...days('Labor Day', nth(1, monday, 9, year), 1),
    ...days('Fall break', nth(2, monday, 10, year), 5),
    ...days('Veterans Day', observed(11, 11, year), 1),
    ...days('Thanksgiving', nth(4, thursday, 11, year) - dayMs, 3),
    // Two weeks from a Monday, so placed that they always hold December 25 and New Year’s Day.
    ...days('Winter break', mondayOf(Date.UTC(year, 11, 26)), 12),
  ]
}

/** Closed days of a school year, and of the year before and after: found by rule, so the demo never runs out. */
export function demoCalendar(year: number): DemoCalendar {
  return {
    timeZone: 'America/Chicago',
    holidays: [year - 1, year, year + 1, year + 2].flatMap(closedIn),
  }
}
