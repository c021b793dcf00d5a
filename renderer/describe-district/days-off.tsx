import { useRef, useState } from 'react'
import type { Holiday } from '../../core/person/district.ts'
import { dayOf } from '../../core/turnaround/working-days.ts'
import { useAct } from '../app/act.ts'
import { useSession } from '../app/session.tsx'
import { useWords } from '../app/words.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import { measure, quiet, ruled, section, small } from '../design/text.css.ts'
import { AddDays } from './add-days.tsx'
import { DayRunLine } from './day-run-line.tsx'
import { dayRuns } from './day-runs.ts'
import * as look from './district.css.ts'

/** The days that don't count, by school year: added one by one, as a range or from a list, and removed. */
export function DaysOff() {
  const words = useWords()
  const said = words.aboutDistrict.days
  const { calendar } = useSession()
  const { act, told } = useAct()
  const [added, setAdded] = useState<number>()
  const heading = useRef<HTMLHeadingElement>(null)
  const today = dayOf(Date.now(), calendar)
  const years = dayRuns(calendar.holidays, today)

  const add = async (days: readonly Holiday[]): Promise<boolean> => {
    setAdded(undefined)
    const done = await act('district.change-holidays', { add: [...days], remove: [] })
    if (done === undefined) return false
    setAdded(new Set(days.map(one => one.day)).size)
    return true
  }
  const remove = async (days: readonly string[]) => {
    setAdded(undefined)
    await act('district.change-holidays', { add: [], remove: [...days] })
    // Its button is gone with it.
    heading.current?.focus()
  }
  return (
    <section className={section}>
      <h2 ref={heading} tabIndex={-1}>
        {said.title}
      </h2>
      <p className={`${small} ${quiet} ${measure}`}>{said.lead}</p>
      <p className={`${small} ${quiet} ${measure}`}>{said.promised}</p>
      <AddDays today={today} onAdd={add} />
      {told === undefined ? null : (
        <ErrorNote said={told.said} next={told.next} code={words.frame.code({ code: told.code })} />
      )}
      <p role="status">{added === undefined ? '' : said.added({ n: added })}</p>
      {years.length === 0 ? <p>{said.none}</p> : null}
      {years.map(({ year, runs }) => (
        <section key={year} className={look.year}>
          <h3>{words.plan.year.before({ year })}</h3>
          <ul className={ruled}>
            {runs.map(run => (
              <DayRunLine key={run.first} run={run} onRemove={days => void remove(days)} />
            ))}
          </ul>
        </section>
      ))}
    </section>
  )
}
