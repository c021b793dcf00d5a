import { dayOf } from '../../core/turnaround/working-days.ts'
import { useSession } from '../app/session.tsx'
import { useWords } from '../app/words.tsx'
import { LoadingLine } from '../design/progress.tsx'
import { usePlaceKept } from '../design/use-place-kept.ts'
import { LineRun } from './line-run.tsx'
import { ReadOn } from './read-on.tsx'
import { runsOf, weeksAgo, weeksOf } from './school-week-lines.ts'
import * as look from './timeline.css.ts'
import type { TrashActs } from './trash-state.tsx'
import { useLineKeys } from './use-line-keys.ts'
import type { useTimeline } from './use-timeline.ts'

interface Showing {
  readonly timeline: NonNullable<ReturnType<typeof useTimeline>>
  readonly trash?: TrashActs
}

/** Most weeks are one run; a longer one is drawn piece by piece. */
const runLinesMax = 40

/** The lines under their weeks; more come as one gets to the end. */
export function Weeks({ timeline, trash }: Showing) {
  const words = useWords()
  const said = words.evidence.list
  const { calendar } = useSession()
  const today = dayOf(Date.now(), calendar)
  usePlaceKept()
  useLineKeys()
  const weekName = (monday: string) => {
    const ago = weeksAgo(monday, today)
    if (ago === 0) return said.thisWeek
    return ago === 1 ? said.lastWeek : said.week({ monday })
  }
  return (
    <div className={look.weeks}>
      {weeksOf(timeline.lines, line => line.row.body.happenedOn).map((week, n) => (
        <section key={week.monday} className={look.week} aria-label={weekName(week.monday)}>
          <h2 className={look.weekName}>{weekName(week.monday)}</h2>
          {runsOf(week.lines, runLinesMax).map((lines, at) => (
            <LineRun
              key={lines[0]?.row.id}
              lines={lines}
              isFirst={n === 0 && at === 0}
              {...(trash === undefined ? {} : { trash })}
            />
          ))}
        </section>
      ))}
      {timeline.isReading ? <LoadingLine label={said.loadingMore} /> : null}
      {timeline.more === undefined ? null : (
        <div className={look.more}>
          <ReadOn onMore={timeline.more} />
        </div>
      )}
    </div>
  )
}
