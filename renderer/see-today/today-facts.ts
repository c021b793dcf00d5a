import type { Claim } from '../../core/claim/record.ts'
import type { Holding } from '../../core/kit/command.ts'
import type { Calendar } from '../../core/turnaround/working-days.ts'
import { dayOf } from '../../core/turnaround/working-days.ts'
import type { QueryRows } from '../../contract/device/queries.ts'
import type { Row } from '../../contract/device/row.ts'

/** All that Today's lines are made of. */
export interface TodayFacts {
  readonly rows: QueryRows<'today'>
  /** The claims of my open readings, for their dates. */
  readonly readingClaims: readonly Row<Claim>[]
  readonly person: string
  readonly holding: Holding
  readonly calendar: Calendar
  /** `YYYY-MM-DD` in the district's zone. */
  readonly today: string
  /** The Friday from which answers still stand here. */
  readonly since: string
  /** Epoch ms. */
  readonly nowMs: number
  nameOf(person: string | undefined): string
}

const dayMs = 86_400_000
/** An answer of the last days is still news; a Friday makes the span sayable. */
const sinceDaysMin = 3
const friday = 5

/** The last Friday that is at least three days back, as `YYYY-MM-DD`. */
export function lastFriday(today: string): string {
  let at = Date.parse(`${today}T00:00:00Z`) - sinceDaysMin * dayMs
  while (new Date(at).getUTCDay() !== friday) at -= dayMs
  return new Date(at).toISOString().slice(0, 10)
}

/** Gathers the facts; `nowMs` is the only clock. */
export function todayFacts(known: {
  readonly rows: QueryRows<'today'>
  readonly readingClaims: readonly Row<Claim>[]
  readonly person: string
  readonly holding: Holding
  readonly calendar: Calendar
  readonly nowMs: number
}): TodayFacts {
  const names = new Map(known.rows.people.map(person => [person.id, person.body.name]))
  const today = dayOf(known.nowMs, known.calendar)
  return {
    rows: known.rows,
    readingClaims: known.readingClaims,
    person: known.person,
    holding: known.holding,
    calendar: known.calendar,
    today,
    since: lastFriday(today),
    nowMs: known.nowMs,
    nameOf: person => (person === undefined ? '' : (names.get(person) ?? '')),
  }
}
