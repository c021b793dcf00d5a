const pattern =
  /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(\.\d+)?(?:Z|([+-])(\d{2}):(\d{2}))$/i

/**
 * Reads a DateTimeZ (OB 3.0) or dateTimeStamp (VCDM 2.0): RFC 3339 with a zone, of a day that
 * exists. `Date.parse` alone would take much more, and the 31st of April for the 1st of May.
 *
 * @returns epoch ms, or null.
 */
export function epochMsOf(text: string): number | null {
  const match = pattern.exec(text)
  if (match === null) return null
  const field = (at: number) => Number(match[at] ?? 0)
  const [year, month, day] = [field(1), field(2), field(3)]
  const [hour, minute, second] = [field(4), field(5), field(6)]
  const daysOfMonth = new Date(Date.UTC(2000, month, 0)).getUTCDate()
  const isLeap = new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1
  const days = month === 2 && !isLeap ? 28 : daysOfMonth
  const isReal =
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= days &&
    hour <= 23 &&
    minute <= 59 &&
    second <= 59
  if (!isReal || field(9) > 23 || field(10) > 59) return null
  const ms = Date.parse(text.toUpperCase())
  return Number.isNaN(ms) ? null : ms
}
