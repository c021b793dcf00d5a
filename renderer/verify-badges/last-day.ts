/** The day so many days after an instant (epoch ms), as `YYYY-MM-DD` of this computer's calendar. */
export function dayIn(days: number, atMs: number): string {
  const day = new Date(atMs)
  day.setDate(day.getDate() + days)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`
}

/** The last moment of a day (epoch ms, this computer's calendar); `undefined` where it is none. */
export function endOfDay(day: string): number | undefined {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? []
  if (year === undefined) return undefined
  return new Date(Number(year), Number(month) - 1, Number(date) + 1).getTime() - 1
}
