import { useEffect, useState } from 'react'
import { useLocation, useSearchParams } from 'wouter'
import type { Competency } from '../../core/competency/record.ts'
import type { Goal } from '../../core/plan/record.ts'
import { mayTakeBackGoal } from '../../core/plan/rights.ts'
import type { QueryRows } from '../../contract/device/queries.ts'
import type { Row } from '../../contract/device/row.ts'
import { useAct } from '../app/act.ts'
import { useSession } from '../app/session.tsx'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import { TextLink } from '../design/link.tsx'
import { Tabs } from '../design/tabs.tsx'
import { quiet, row, small, voice } from '../design/text.css.ts'
import { Activities } from './activities.tsx'
import { GoalDetails } from './goal-details.tsx'
import { LevelRungs } from './level-rungs.tsx'
import * as look from './opened-goal.css.ts'
import { WeekDots } from './week-dots.tsx'

interface Opened {
  readonly goal: Row<Goal>
  readonly rows: QueryRows<'goal'>
  readonly mine: boolean
  readonly year: number
  readonly today: string
}

/** The goal that is open, below the picture: where I am, what I do for it, the year by weeks, its words. */
export function OpenedGoal({ goal, rows, mine, year, today }: Opened) {
  const [search] = useSearchParams()
  const at = search.get('at')
  useEffect(() => {
    // Whoever came for one thing (`?at=activities`) lands on it.
    if (at !== null) document.getElementById(at)?.scrollIntoView({ block: 'start' })
  }, [at, goal.id])
  return (
    <>
      {mine ? null : <OthersGoal goal={goal} rows={rows} />}
      <div className={look.open}>
        <Level goal={goal} rows={rows} mine={mine} />
        {mine ? <Activities goal={goal.id} activities={rows.activities} mine={mine} /> : null}
      </div>
      {mine ? (
        <>
          <WeekDots
            year={year}
            today={today}
            checkIns={rows.checkIns.map(one => one.body.on)}
            pieces={rows.evidence.map(piece => piece.body.happenedOn)}
          />
          <GoalDetails key={goal.id} goal={goal} rows={rows} />
        </>
      ) : null}
    </>
  )
}

function OthersGoal({ goal, rows }: { goal: Row<Goal>; rows: QueryRows<'goal'> }) {
  const words = useWords()
  const { holding } = useSession()
  const [, go] = useLocation()
  const { act, told } = useAct()
  const takeBack = async () => {
    const done = await act('goal.publish', { goal: goal.id, on: false })
    // It is nobody's to look at any more but its owner's.
    if (done !== undefined) go('/plan')
  }
  return (
    <section className={look.others}>
      <h2>{goal.body.title}</h2>
      <p className={voice}>{goal.body.why}</p>
      {goal.body.due === undefined ? null : (
        <p className={`${small} ${quiet}`}>
          {words.plan.goal.due}: {words.say.day(goal.body.due)}
        </p>
      )}
      {rows.competencies.filter(hasNoLevels).map(one => (
        <p key={one.id} className={small}>
          <TextLink to={`/frameworks/${one.body.framework}?item=${one.id}`}>
            {one.body.code}
          </TextLink>{' '}
          {one.body.statement}
        </p>
      ))}
      {mayTakeBackGoal(holding, goal) ? (
        <div className={row}>
          <span className={`${small} ${quiet}`}>{words.plan.published}</span>
          <Button onPress={() => void takeBack()}>{words.plan.goal.unpublish}</Button>
        </div>
      ) : null}
      {told === undefined ? null : <ErrorNote {...told} />}
    </section>
  )
}

const hasNoLevels = (competency: Row<Competency>) => competency.body.levels.length === 0

function Level({ goal, rows, mine }: Pick<Opened, 'goal' | 'rows' | 'mine'>) {
  const words = useWords()
  const said = words.plan.level
  const { act, told } = useAct()
  const [chosen, setChosen] = useState<string>()
  const levelled = rows.competencies.filter(one => one.body.levels.length > 0)
  const competency = levelled.find(one => one.id === chosen) ?? levelled[0]
  if (competency === undefined) {
    if (!mine) return null
    return (
      <section aria-labelledby="level">
        <h2 id="level">{said.heading}</h2>
        <p className={`${small} ${quiet}`}>{said.none}</p>
      </section>
    )
  }
  return (
    <section aria-labelledby="level">
      <h2 id="level" className={look.heading}>
        {(mine ? said.title : said.others)({ competency: competency.body.code })}
      </h2>
      {levelled.length < 2 ? null : (
        <Tabs
          label={words.plan.goal.competencies}
          tabs={levelled.map(one => ({ id: one.id, label: one.body.code }))}
          current={competency.id}
          onChoose={setChosen}
          panel="rungs"
        />
      )}
      <div id="rungs">
        <p className={look.competency}>{competency.body.statement}</p>
        <LevelRungs
          goal={goal}
          competency={competency}
          framework={rows.frameworks.find(one => one.id === competency.body.framework)}
          pieces={rows.evidence.length}
          onLevel={mine ? set => void act('goal.change', { goal: goal.id, set }) : undefined}
        />
      </div>
      {told === undefined ? null : (
        <ErrorNote said={told.said} next={told.next} code={words.frame.code({ code: told.code })} />
      )}
    </section>
  )
}
