/** How one language writes numbers, days and lists. Built once a language; sentences use nothing else. */
export interface Say {
  readonly locale: string
  number(n: number): string
  /** "Fri, Dec 4", with the year where it isn't this one. `day` is `YYYY-MM-DD`. */
  day(day: string): string
  /** "Tuesday, November 24". */
  longDay(day: string): string
  /** "November", the month of a day. */
  month(day: string): string
  /** "10:42 AM" of an instant (epoch ms). */
  time(atMs: number): string
  /** The calendar day of an instant, said as `day` does. */
  dayAt(atMs: number): string
  /** "a, b and c". */
  list(items: readonly string[]): string
  /** "a, b or c". */
  either(items: readonly string[]): string
  /** "412 MB", from bytes. */
  size(bytes: number): string
  /** "4:12", from ms. */
  length(ms: number): string
  /** "21 days", "3 hours": a rough age, from ms. */
  age(ms: number): string
  /** Picks the form for a count. */
  count(n: number, forms: { one: string; other: string }): string
}

const unitMs = { minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const

/** The formats of a locale; `now` (epoch ms) tells which year goes without saying. */
export function sayIn(locale: 'en-US' | 'es-419', now: () => number): Say {
  const plural = new Intl.PluralRules(locale)
  const number = new Intl.NumberFormat(locale)
  const choices = new Intl.ListFormat(locale, { type: 'disjunction' })
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' })
  const clock = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' })
  const utc = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options })
  const short = utc({ weekday: 'short', month: 'short', day: 'numeric' })
  const shortYear = utc({ month: 'short', day: 'numeric', year: 'numeric' })
  const long = utc({ weekday: 'long', month: 'long', day: 'numeric' })
  const month = utc({ month: 'long' })
  const unit = (n: number, name: string, digits = 0) =>
    new Intl.NumberFormat(locale, {
      style: 'unit',
      unit: name,
      unitDisplay: name.endsWith('byte') && name !== 'byte' ? 'short' : 'long',
      maximumFractionDigits: digits,
    }).format(n)

  const day = (value: string) => {
    const at = Date.parse(`${value}T00:00:00Z`)
    if (Number.isNaN(at)) return value
    const sameYear = new Date(at).getUTCFullYear() === new Date(now()).getFullYear()
    const said = (sameYear ? short : shortYear).format(at)
    // Spanish says "vie 4 dic".
    return locale === 'es-419' ? said.replace(',', '') : said
  }
  return {
    locale,
    number: n => number.format(n),
    day,
    month: value => month.format(Date.parse(`${value}T00:00:00Z`)),
    longDay: value => long.format(Date.parse(`${value}T00:00:00Z`)),
    time: atMs => clock.format(atMs),
    dayAt: atMs => {
      const at = new Date(atMs)
      const two = (n: number) => String(n).padStart(2, '0')
      return day(`${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`)
    },
    list: items => lists.format(items),
    either: items => choices.format(items),
    size: bytes => {
      if (bytes < 1_000) return unit(bytes, 'byte')
      if (bytes < 1_000_000) return unit(bytes / 1_000, 'kilobyte')
      if (bytes < 1_000_000_000) return unit(bytes / 1_000_000, 'megabyte')
      return unit(bytes / 1_000_000_000, 'gigabyte', 1)
    },
    length: ms => {
      const seconds = Math.round(ms / 1_000)
      return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
    },
    age: ms => {
      if (ms < unitMs.hour) return unit(Math.max(1, Math.round(ms / unitMs.minute)), 'minute')
      if (ms < unitMs.day) return unit(Math.round(ms / unitMs.hour), 'hour')
      return unit(Math.round(ms / unitMs.day), 'day')
    },
    count: (n, forms) => (plural.select(n) === 'one' ? forms.one : forms.other),
  }
}
