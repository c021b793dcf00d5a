import { claimLines } from './claim-lines.ts'
import { computerLines, passwordLines } from './computer-lines.ts'
import { lineGroups, type Line } from './line.ts'
import { planLines, smallLines } from './plan-lines.ts'
import { refusedLines } from './refused-lines.ts'
import { renewalLines } from './renewal-lines.ts'
import { roleLines } from './role-lines.ts'
import type { TodayFacts } from './today-facts.ts'

/** Today shows at most this many lines at once; the rest is a number that opens. */
export const linesMax = 7

/**
 * Everything that Today says, in the order of the page: what the district refused first, then by group, then by day;
 * a line without a day comes last in its group. Roles merge: a reading and a claim stand by their dates.
 */
export function todayLines(facts: TodayFacts): readonly Line[] {
  const lines = [
    ...facts.rows.claims.flatMap(claim => claimLines(claim, facts)),
    ...renewalLines(facts),
    ...roleLines(facts),
    ...computerLines(facts),
    ...passwordLines(facts),
    ...planLines(facts),
    ...smallLines(facts),
  ]
  return [...refusedLines(facts), ...lines.toSorted(byPlace)]
}

function byPlace(a: Line, b: Line): number {
  const group = lineGroups.indexOf(a.group) - lineGroups.indexOf(b.group)
  if (group !== 0) return group
  // News reads newest first; everything else by what comes soonest.
  const days = (a.day ?? '9').localeCompare(b.day ?? '9')
  return a.group === 'since' ? -days : days
}

/** The lines that stand on the page, and how many more there are. */
export function shownLines(
  lines: readonly Line[],
  all: boolean,
): { readonly shown: readonly Line[]; readonly more: number } {
  const shown = all ? lines : lines.slice(0, linesMax)
  return { shown, more: lines.length - shown.length }
}

/** What the sentence under the date says: how many need me, and the next day on which something falls. */
export function todayLead(
  lines: readonly Line[],
  today: string,
): {
  readonly needs: number
  /** The next answer's day, where one is promised. */
  readonly answerDay: string | undefined
  /** The next day of any line after today. */
  readonly nextDay: string | undefined
} {
  const days = (of: readonly Line[], first: string) =>
    of.flatMap(line => (line.day === undefined || line.day < first ? [] : [line.day])).toSorted()[0]
  return {
    needs: lines.filter(line => line.group === 'needs').length,
    answerDay: days(
      lines.filter(line => line.group === 'away'),
      today,
    ),
    // What is for today stands above; the next date is another one.
    nextDay: days(
      lines.filter(line => line.group !== 'since'),
      `${today}~`,
    ),
  }
}
