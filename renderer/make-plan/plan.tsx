import { useEffect, useState } from 'react'
import { useSearchParams } from 'wouter'
import type { Goal } from '../../core/plan/record.ts'
import { dayOf } from '../../core/turnaround/working-days.ts'
import type { Row } from '../../contract/device/row.ts'
import { useFootNote } from '../app/foot-note.ts'
import { useGoOn } from '../app/go-on.ts'
import { Gone } from '../app/gone.tsx'
import { useRows } from '../app/rows.ts'
import { useSession } from '../app/session.tsx'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { Screen } from '../design/frame.tsx'
import { usePrimaryKey } from '../design/primary-key.ts'
import { LoadingLine } from '../design/progress.tsx'
import { AddGoal } from './add-goal.tsx'
import { GoalMargin } from './goal-margin.tsx'
import { GoalStrata } from './goal-strata.tsx'
import { goalNote } from './goal-note.ts'
import { goalToOpen } from './goal-to-open.ts'
import { NoGoal } from './no-goal.tsx'
import { OpenedGoal } from './opened-goal.tsx'
import { usePaneLetters } from './plan-keys.ts'
import * as look from './plan.css.ts'
import { goalsOfYear, schoolYearOf, yearInAddress } from './school-year.ts'
import { YearLinks } from './year-links.tsx'

/** The plan of a school year, or one goal in it: from the district's goals down to mine. */
export function PlanScreen({ params }: { params: Readonly<Record<string, string>> }) {
  const words = useWords()
  const session = useSession()
  const rows = useRows('plan', {})
  const goOn = useGoOn()
  const [search, setSearch] = useSearchParams()
  const [adding, setAdding] = useState(false)
  const [checking, setChecking] = useState(false)
  const today = dayOf(Date.now(), session.calendar)
  const year = yearInAddress(params['year'], today)
  const person = session.person?.id ?? ''
  const asked = params['id']

  const goals =
    rows === undefined
      ? []
      : goalsOfYear(rows.goals, { ...rows, today, year, dayOf: at => dayOf(at, session.calendar) })
  const id = asked ?? goalToOpen(goals, rows?.checkIns ?? [], person)?.id
  const opened = useRows('goal', { goal: id ?? '' })
  // While another goal is being read, the one before stays: never its words under the new one's name.
  const goal = opened?.goal
  const mine = goal !== undefined && goal.body.owner === person
  const checkIn = () => {
    if (mine) setChecking(true)
  }
  // Whoever came to write a goal or to check in (`?at=new`, `?at=check`) does; a second time as well.
  const at = search.get('at')
  useEffect(() => {
    if (at === 'new') setAdding(true)
    else if (at !== 'check') return
    else if (mine) setChecking(true)
    else if (opened === undefined) return
    setSearch({}, { replace: true })
  }, [at, mine, opened, setSearch])
  usePaneLetters({ n: () => setAdding(true), c: checkIn })
  usePrimaryKey(adding || checking ? undefined : mine ? checkIn : () => setAdding(true))
  useFootNote(0, rows?.goals.length ? words.plan.followLink : undefined)

  if (rows === undefined) {
    return (
      <Screen title={words.frame.place.plan} titled="page">
        <LoadingLine label={words.frame.loading} />
      </Screen>
    )
  }
  if (asked !== undefined && !rows.goals.some(one => one.id === asked)) return <Gone />
  const shown = asked === undefined ? goals : withGoal(goals, rows.goals, asked)
  const noteOf = (one: Row<Goal>) => goalNote(words, one.id, rows)
  return (
    <Screen
      title={words.plan.title({ year })}
      titled="page"
      marginLabel={words.plan.checkIn.marginLabel}
      margin={
        <GoalMargin
          goal={goal}
          mine={mine}
          checkIns={opened?.checkIns ?? []}
          checking={checking}
          onCheckIn={setChecking}
          onNewGoal={() => setAdding(true)}
        />
      }
    >
      <p className={look.privately}>{words.plan.private}</p>
      <div className={look.action}>
        <Button keys="N" onPress={() => setAdding(true)}>
          {words.plan.newGoal}
        </Button>
      </div>
      <YearLinks
        goals={rows.goals}
        year={year}
        now={schoolYearOf(today)}
        calendar={session.calendar}
      />
      {adding ? (
        <AddGoal
          goals={rows.goals}
          serves={goal !== undefined && !mine ? goal.id : undefined}
          onAdded={made => {
            setAdding(false)
            goOn(`/goals/${made}`)
          }}
          onClose={() => setAdding(false)}
        />
      ) : null}
      {shown.length === 0 ? null : <GoalStrata goals={shown} opened={id} noteOf={noteOf} />}
      {adding || shown.some(one => isMyOwn(one, person)) ? null : (
        <NoGoal onWrite={() => setAdding(true)} hasTeam={shown.length > 0} />
      )}
      {goal === undefined || opened === undefined ? null : (
        <OpenedGoal goal={goal} rows={opened} mine={mine} year={year} today={today} />
      )}
    </Screen>
  )
}

/** The goal that an address names is always in the picture, whatever its year. */
function withGoal(
  goals: readonly Row<Goal>[],
  all: readonly Row<Goal>[],
  id: string,
): readonly Row<Goal>[] {
  if (goals.some(goal => goal.id === id)) return goals
  return [...goals, ...all.filter(goal => goal.id === id)]
}

const isMyOwn = (goal: Row<Goal>, person: string) =>
  goal.body.owner === person && goal.body.layer === 'personal'
