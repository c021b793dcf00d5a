import { useState } from 'react'
import { useSearchParams } from 'wouter'
import { goalLayers, type Goal } from '../../core/plan/record.ts'
import type { QueryRows } from '../../contract/device/queries.ts'
import type { Row } from '../../contract/device/row.ts'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { Check } from '../design/field.tsx'
import { TextLink } from '../design/link.tsx'
import { quiet, ruled, small } from '../design/text.css.ts'
import { PickCompetencies } from './pick-competencies.tsx'
import * as look from './pick.css.ts'
import { serving, tiedTo } from './serving.ts'

interface Linking {
  readonly goal: Row<Goal>
  readonly rows: QueryRows<'goal'>
  onLink(to: 'serves' | 'competencies', id: string, on: boolean): void
}

/** What a goal serves and which competencies it works on: ties are made and undone here. */
export function GoalLinks({ goal, rows, onLink }: Linking) {
  return (
    <>
      <Serves goal={goal} rows={rows} onLink={onLink} />
      <Competencies goal={goal} rows={rows} onLink={onLink} />
    </>
  )
}

function Serves({ goal, rows, onLink }: Linking) {
  const words = useWords()
  const depth = (one: Goal) => goalLayers.indexOf(one.layer)
  const served = serving(goal.body)
  const above = rows.goals.filter(
    one =>
      depth(one.body) < depth(goal.body) && (one.body.state === 'open' || served.includes(one.id)),
  )
  if (goal.body.layer === 'district') return null
  return (
    <section>
      <h3>{words.plan.goal.serves}</h3>
      {above.length === 0 ? (
        <p className={`${small} ${quiet}`}>{words.plan.pick.servesNobody}</p>
      ) : (
        above.map(one => (
          <Check
            key={one.id}
            checked={served.includes(one.id)}
            onChecked={on => onLink('serves', one.id, on)}
          >
            {one.body.title} <small className={quiet}>{words.plan.layer[one.body.layer]}</small>
          </Check>
        ))
      )}
    </section>
  )
}

function Competencies({ goal, rows, onLink }: Linking) {
  const words = useWords()
  const said = words.plan.pick
  const [search] = useSearchParams()
  const [choosing, setChoosing] = useState(search.get('at') === 'competencies')
  const tied = tiedTo(goal.body)
  return (
    <section id="competencies">
      <h3>{words.plan.goal.competencies}</h3>
      {tied.length === 0 ? <p className={`${small} ${quiet}`}>{said.noneTied}</p> : null}
      <ul className={`${ruled} ${look.tied}`}>
        {rows.competencies.map(one => {
          const what = one.body.code === '' ? one.body.statement : one.body.code
          return (
            <li key={one.id} className={look.line}>
              <TextLink
                to={`/frameworks/${one.body.framework}?item=${one.id}`}
                className={look.code}
              >
                {what}
              </TextLink>
              <span className={look.statement}>
                {one.body.statement}
                {one.body.retiredAt === undefined ? null : (
                  <small className={quiet}>
                    {' '}
                    {words.frameworks.retired.since({ atMs: one.body.retiredAt })}
                  </small>
                )}
              </span>
              <Button
                kind="small"
                label={said.untieOf({ what })}
                onPress={() => onLink('competencies', one.id, false)}
              >
                {said.untie}
              </Button>
            </li>
          )
        })}
      </ul>
      {choosing ? (
        <PickCompetencies
          frameworks={rows.frameworks}
          tied={tied}
          onTie={(id, on) => onLink('competencies', id, on)}
          onClose={() => setChoosing(false)}
        />
      ) : (
        <Button kind="small" onPress={() => setChoosing(true)}>
          {said.open}
        </Button>
      )}
    </section>
  )
}
