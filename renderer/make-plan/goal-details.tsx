import { mayPublishGoal } from '../../core/plan/rights.ts'
import { goalLayers, type Goal } from '../../core/plan/record.ts'
import type { QueryRows } from '../../contract/device/queries.ts'
import type { Row } from '../../contract/device/row.ts'
import { useAct } from '../app/act.ts'
import { useSession } from '../app/session.tsx'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import { SelectField, TextField } from '../design/field.tsx'
import { faint, quiet, row, small } from '../design/text.css.ts'
import { GoalLinks } from './goal-links.tsx'
import { GoalText } from './goal-text.tsx'
import * as look from './opened-goal.css.ts'

const states = ['open', 'reached', 'dropped'] as const

/** A goal of mine to write: its words, its date, where it stands, what it is tied to, who sees it. */
export function GoalDetails({ goal, rows }: { goal: Row<Goal>; rows: QueryRows<'goal'> }) {
  const words = useWords()
  const said = words.plan.goal
  const session = useSession()
  const { act, told } = useAct()
  const published = goal.body.published === true
  const mayAll = mayPublishGoal(session.holding) || session.mode === 'alone'
  // As when it was begun, and what it is now; shown to everybody it could not be taken back from there any more.
  const layers = goalLayers
    .toReversed()
    .filter(
      one =>
        one === goal.body.layer ||
        ((mayAll || one === 'team' || one === 'personal') && !(published && one === 'personal')),
    )
  const set = (change: Partial<Pick<Goal, 'layer' | 'state'>> & { due?: string | null }) =>
    void act('goal.change', { goal: goal.id, set: change })
  return (
    <section className={look.details} aria-labelledby="details">
      <h2 id="details">{said.details}</h2>
      <GoalText goal={goal} field="title" label={said.titleLabel} />
      <div>
        <h3>
          {said.why} <span className={`${small} ${faint}`}>{said.whyHint}</span>
        </h3>
        <GoalText goal={goal} field="why" label={said.whyLabel} />
      </div>
      <div className={look.pair}>
        <TextField
          label={said.due}
          type="date"
          value={goal.body.due ?? ''}
          onValue={due => set({ due: due === '' ? null : due })}
        />
        <SelectField
          label={said.state}
          value={goal.body.state}
          options={states.map(value => ({ value, label: words.plan.state[value] }))}
          onValue={value => set({ state: states.find(one => one === value) ?? 'open' })}
        />
        <SelectField
          label={words.plan.add.layer}
          hint={published ? said.layerPublished : undefined}
          value={goal.body.layer}
          options={layers.map(value => ({ value, label: words.plan.layer[value] }))}
          onValue={value => {
            const layer = layers.find(one => one === value)
            if (layer !== undefined) set({ layer })
          }}
        />
      </div>
      <GoalLinks
        goal={goal}
        rows={rows}
        onLink={(to, id, on) => void act('goal.link', { goal: goal.id, to, id, on })}
      />
      {goal.body.layer !== 'personal' ? (
        <div className={row}>
          <span className={`${small} ${quiet}`}>
            {published ? words.plan.published : words.plan.draftGoal}
          </span>
          {mayPublishGoal(session.holding) ? (
            <Button onPress={() => void act('goal.publish', { goal: goal.id, on: !published })}>
              {published ? said.unpublish : said.publish}
            </Button>
          ) : null}
        </div>
      ) : null}
      {told === undefined ? null : (
        <ErrorNote said={told.said} next={told.next} code={words.frame.code({ code: told.code })} />
      )}
    </section>
  )
}
