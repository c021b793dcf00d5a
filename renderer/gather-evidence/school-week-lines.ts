import { mondayOf } from '../make-plan/school-weeks.ts'

/** The lines of one week, in their order. */
export interface Week<L> {
  /** `YYYY-MM-DD` */
  readonly monday: string
  readonly lines: readonly L[]
}

const weekMs = 7 * 86_400_000

/** Lines that follow each other by day, under the Monday of their week. */
export function weeksOf<L>(lines: readonly L[], dayOf: (line: L) => string): readonly Week<L>[] {
  const weeks: { monday: string; lines: L[] }[] = []
  for (const line of lines) {
    const monday = mondayOf(dayOf(line))
    const last = weeks.at(-1)
    if (last?.monday === monday) last.lines.push(line)
    else weeks.push({ monday, lines: [line] })
  }
  return weeks
}

/** Lines in runs of at most so many; no line is lost or moved. */
export function runsOf<L>(lines: readonly L[], linesMax: number): readonly (readonly L[])[] {
  const runs: (readonly L[])[] = []
  for (let at = 0; at < lines.length; at += linesMax) runs.push(lines.slice(at, at + linesMax))
  return runs
}

/** How many weeks before today's a week was: 0 this one, 1 the last; negative for one to come. */
export function weeksAgo(monday: string, today: string): number {
  const at = (day: string) => Date.parse(`${day}T00:00:00Z`)
  return Math.round((at(mondayOf(today)) - at(monday)) / weekMs)
}
