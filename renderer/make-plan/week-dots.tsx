import { useWords } from '../app/words.tsx'
import { faint, quiet, small } from '../design/text.css.ts'
import { mondayOf, monthMarks, schoolWeeks } from './school-weeks.ts'
import * as look from './week-dots.css.ts'

interface Weekly {
  readonly year: number
  readonly today: string
  /** Days of check-ins, and of what evidence shows. */
  readonly checkIns: readonly string[]
  readonly pieces: readonly string[]
}

/** A school year by weeks: a ring for a check-in, a dot for a piece of evidence. An empty week is only empty. */
export function WeekDots({ year, today, checkIns, pieces }: Weekly) {
  const words = useWords()
  const said = words.plan.weeks
  const weeks = schoolWeeks(year, { checkIns, pieces })
  const busy = weeks.filter(week => week.checkIns + week.pieces > 0)
  const all = {
    checkIns: busy.reduce((sum, week) => sum + week.checkIns, 0),
    pieces: busy.reduce((sum, week) => sum + week.pieces, 0),
  }
  const now = weeks.findIndex(week => week.monday === mondayOf(today))
  const spoken = [
    said.spoken(all),
    ...busy.map(week =>
      said.week({ day: week.monday, checkIns: week.checkIns, pieces: week.pieces }),
    ),
  ].join('; ')
  const columns = { gridTemplateColumns: `repeat(${weeks.length}, minmax(0, 1fr))` }
  return (
    <section aria-labelledby="weeks" className={look.weeks}>
      <h2 id="weeks">{said.title}</h2>
      {busy.length === 0 ? <p className={`${small} ${quiet}`}>{said.none}</p> : null}
      <div className={look.dots} style={columns} role="img" aria-label={spoken}>
        {weeks.map((week, n) => (
          <span key={week.monday} className={n === now ? look.weekNow : look.week}>
            <Marks count={week.checkIns} className={look.ring} />
            <Marks count={week.pieces} className={look.dot} />
          </span>
        ))}
      </div>
      <div className={look.scale} style={columns} aria-hidden="true">
        {monthMarks(weeks)
          // The name of this week stands where a month's would touch it.
          .filter(mark => now === -1 || Math.abs(mark.column - 1 - now) > 6)
          .map(mark => (
            <span key={mark.day} style={{ gridColumn: mark.column, gridRow: 1 }}>
              {words.say.month(mark.day)}
            </span>
          ))}
        {now === -1 ? null : (
          <span style={{ gridColumn: now + 1, gridRow: 1 }}>{said.thisWeek}</span>
        )}
      </div>
      <p className={`${small} ${faint} ${look.legend}`} aria-hidden="true">
        <i className={look.ring} /> {said.checkIn} <i className={look.dot} /> {said.piece}
      </p>
    </section>
  )
}

/** The most marks that a week's column holds. */
const marksMax = 5

function Marks({ count, className }: { count: number; className: string }) {
  return Array.from({ length: Math.min(count, marksMax) }, (_, n) => (
    <i key={n} className={className} />
  ))
}
