import { useState } from 'react'
import type { Activity } from '../../core/plan/record.ts'
import { dayOf } from '../../core/turnaround/working-days.ts'
import type { Row } from '../../contract/device/row.ts'
import { useAct } from '../app/act.ts'
import { useSession } from '../app/session.tsx'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import { faint, quiet, small } from '../design/text.css.ts'
import * as look from './activities.css.ts'
import { activitiesInOrder } from './activities-in-order.ts'
import { AddActivity } from './add-activity.tsx'

interface Doing {
  readonly goal: string
  readonly activities: readonly Row<Activity>[]
  readonly mine: boolean
}

/** What is done for a goal: ticks, dates, and a line to add one. */
export function Activities({ goal, activities, mine }: Doing) {
  const words = useWords()
  const said = words.plan.activity
  const { calendar } = useSession()
  const { act, told } = useAct()
  const [adding, setAdding] = useState(false)
  const kept = activitiesInOrder(activities)
  const done = kept.filter(one => one.body.doneOn !== undefined).length

  const set = (activity: string, change: { doneOn?: string | null; dropped?: boolean }) =>
    act('activity.change', { activity, set: change })
  return (
    <section aria-labelledby="activities">
      <h2 id="activities" className={look.heading}>
        {said.title}{' '}
        {kept.length === 0 ? null : (
          <span className={`${small} ${faint}`}>{words.plan.done({ done, all: kept.length })}</span>
        )}
      </h2>
      {kept.length === 0 ? <p className={`${small} ${quiet}`}>{said.none}</p> : null}
      <ul>
        {kept.map(one => (
          <li key={one.id} className={look.activity}>
            <label className={one.body.doneOn === undefined ? look.open : look.done}>
              <input
                type="checkbox"
                checked={one.body.doneOn !== undefined}
                aria-label={said.tick({ title: one.body.title })}
                onChange={event => {
                  const doneOn = event.currentTarget.checked ? dayOf(Date.now(), calendar) : null
                  if (mine) void set(one.id, { doneOn })
                }}
              />
              <span>
                {one.body.title} <small className={look.date}>{dateSaid(one.body)}</small>
              </span>
            </label>
            {mine ? (
              <button
                type="button"
                className={look.drop}
                aria-label={said.dropOf({ title: one.body.title })}
                title={said.drop}
                onClick={() => void set(one.id, { dropped: true })}
              >
                <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
                  <path d="M2 2l8 8M10 2l-8 8" />
                </svg>
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      {told === undefined ? null : (
        <ErrorNote said={told.said} next={told.next} code={words.frame.code({ code: told.code })} />
      )}
      {!mine ? null : adding ? (
        <AddActivity goal={goal} onClose={() => setAdding(false)} />
      ) : (
        <Button kind="small" onPress={() => setAdding(true)}>
          {said.add}
        </Button>
      )}
    </section>
  )

  function dateSaid({ doneOn, due }: Activity): string {
    if (doneOn !== undefined) return said.doneOn({ day: doneOn })
    return due === undefined ? '' : said.dueOn({ day: due })
  }
}
