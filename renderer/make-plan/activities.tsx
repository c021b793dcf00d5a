import { useEffect, useState } from 'react'
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
import { ChangeActivity } from './change-activity.tsx'

interface Doing {
  readonly goal: string
  readonly activities: readonly Row<Activity>[]
  readonly mine: boolean
}

/** What is done for a goal: ticks, dates, what is put right, and a line to add one. */
export function Activities({ goal, activities, mine }: Doing) {
  const words = useWords()
  const said = words.plan.activity
  const { calendar } = useSession()
  const { act, told } = useAct()
  const [adding, setAdding] = useState(false)
  const [changing, setChanging] = useState<string>()
  const [left, setLeft] = useState<string>()
  // Whoever leaves the fields is at the line again.
  useEffect(() => {
    if (left !== undefined) document.getElementById(changeId(left))?.focus()
  }, [left])
  const close = () => {
    setLeft(changing)
    setChanging(undefined)
  }
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
            {changing === one.id ? (
              <ChangeActivity activity={one} onClose={close} />
            ) : (
              <Line
                activity={one}
                mine={mine}
                onTick={isDone =>
                  void set(one.id, { doneOn: isDone ? dayOf(Date.now(), calendar) : null })
                }
                onChange={() => {
                  setLeft(undefined)
                  setChanging(one.id)
                }}
                onDrop={() => void set(one.id, { dropped: true })}
              />
            )}
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
}

interface Showing {
  readonly activity: Row<Activity>
  readonly mine: boolean
  onTick(isDone: boolean): void
  onChange(): void
  onDrop(): void
}

function Line({ activity, mine, onTick, onChange, onDrop }: Showing) {
  const said = useWords().plan.activity
  const { title, doneOn, due } = activity.body
  const isDone = doneOn !== undefined
  const dateSaid = isDone
    ? said.doneOn({ day: doneOn })
    : due === undefined
      ? ''
      : said.dueOn({ day: due })
  return (
    <>
      <label className={isDone ? look.done : look.open}>
        <input
          type="checkbox"
          checked={isDone}
          aria-label={said.tick({ title })}
          onChange={event => {
            if (mine) onTick(event.currentTarget.checked)
          }}
        />
        <span>
          {title} <small className={look.date}>{dateSaid}</small>
        </span>
      </label>
      {mine ? (
        <>
          <button
            type="button"
            id={changeId(activity.id)}
            className={look.drop}
            aria-label={said.changeOf({ title })}
            title={said.change}
            onClick={onChange}
          >
            <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
              <path d="M2 10l.6-2.6L8.4 1.6l2 2-5.8 5.8z" />
            </svg>
          </button>
          <button
            type="button"
            className={look.drop}
            aria-label={said.dropOf({ title })}
            title={said.drop}
            onClick={onDrop}
          >
            <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
              <path d="M2 2l8 8M10 2l-8 8" />
            </svg>
          </button>
        </>
      ) : null}
    </>
  )
}

const changeId = (activity: string) => `change-${activity}`
