import type { Goal } from '../../core/plan/record.ts'
import { dayOf, type Calendar } from '../../core/turnaround/working-days.ts'
import type { Row } from '../../contract/device/row.ts'
import { useWords } from '../app/words.tsx'
import { TextLink } from '../design/link.tsx'
import { row, small } from '../design/text.css.ts'
import { schoolYearOf } from './school-year.ts'

interface Years {
  readonly goals: readonly Row<Goal>[]
  readonly year: number
  /** The school year of today. */
  readonly now: number
  readonly calendar: Calendar
}

/** The school years that hold a goal, where there is more than one. */
export function YearLinks({ goals, year, now, calendar }: Years) {
  const words = useWords()
  const first = Math.min(
    now,
    year,
    ...goals.map(goal => schoolYearOf(dayOf(goal.body.addedAt, calendar))),
  )
  if (first === now) return null
  const years = Array.from({ length: now - first + 1 }, (_, n) => first + n)
  return (
    <nav className={`${row} ${small}`} aria-label={words.plan.year.legend}>
      {years.map(one =>
        one === year ? (
          <strong key={one} aria-current="page">
            {words.plan.year.before({ year: one })}
          </strong>
        ) : (
          <TextLink key={one} to={one === now ? '/plan' : `/plan/${one}`}>
            {words.plan.year.before({ year: one })}
          </TextLink>
        ),
      )}
    </nav>
  )
}
