import { useRef, useState } from 'react'
import { mayPublishGoal } from '../../core/plan/rights.ts'
import { goalLayers, type Goal } from '../../core/plan/record.ts'
import type { Row } from '../../contract/device/row.ts'
import { useAct } from '../app/act.ts'
import { useSession } from '../app/session.tsx'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import { Check, Pick, TextField } from '../design/field.tsx'
import { useFirstField } from '../design/first-field.ts'
import { row } from '../design/text.css.ts'
import * as look from './add-goal.css.ts'
import { useFormKeys } from '../design/form-keys.ts'

interface Adding {
  /** Goals that it may serve. */
  readonly goals: readonly Row<Goal>[]
  /** Tied already: the goal from which one set out. */
  readonly serves: string | undefined
  onAdded(goal: string): void
  onClose(): void
}

/** A new goal: what, whose, and which goals above it serves. Everything else can follow. */
export function AddGoal({ goals, serves, onAdded, onClose }: Adding) {
  const words = useWords()
  const said = words.plan.add
  const session = useSession()
  const { act, told, busy } = useAct()
  const [title, setTitle] = useState('')
  const [layer, setLayer] = useState<Goal['layer']>('personal')
  const [above, setAbove] = useState<readonly string[]>(serves === undefined ? [] : [serves])
  const [missing, setMissing] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  useFirstField(box)

  const higher = goals.filter(
    goal =>
      goal.body.state === 'open' && goalLayers.indexOf(goal.body.layer) < goalLayers.indexOf(layer),
  )
  const add = async () => {
    if (busy) return
    setMissing(title.trim() === '')
    if (title.trim() === '') return
    const answer = await act('goal.add', {
      layer,
      title: title.trim(),
      why: '',
      serves: above.filter(id => higher.some(goal => goal.id === id)),
      competencies: [],
    })
    const made = answer?.made['goal']
    if (made !== undefined) onAdded(made)
  }
  useFormKeys(box, { submit: () => void add(), cancel: onClose })
  return (
    <section ref={box} className={look.form} aria-label={said.title}>
      <TextField
        label={said.what}
        hint={said.hint}
        value={title}
        onValue={setTitle}
        onEnter={() => void add()}
        error={missing && title.trim() === '' ? said.missing : undefined}
      />
      {mayPublishGoal(session.holding) || session.mode === 'alone' ? (
        <Pick
          legend={said.layer}
          name="layer"
          value={layer}
          options={goalLayers
            .toReversed()
            .map(value => ({ value, label: words.plan.layer[value] }))}
          onValue={value => setLayer(goalLayers.find(one => one === value) ?? 'personal')}
        />
      ) : (
        <Pick
          legend={said.layer}
          name="layer"
          value={layer}
          options={(['personal', 'team'] as const).map(value => ({
            value,
            label: words.plan.layer[value],
          }))}
          onValue={value => setLayer(value === 'team' ? 'team' : 'personal')}
        />
      )}
      {higher.length === 0 ? null : (
        <fieldset>
          <legend className={look.legend}>{said.serves}</legend>
          <div className={look.goals}>
            {higher.map(goal => (
              <Check
                key={goal.id}
                checked={above.includes(goal.id)}
                onChecked={on =>
                  setAbove(on ? [...above, goal.id] : above.filter(id => id !== goal.id))
                }
              >
                {goal.body.title} <small>{words.plan.layer[goal.body.layer]}</small>
              </Check>
            ))}
          </div>
        </fieldset>
      )}
      <div className={row}>
        <Button kind="primary" keys="Ctrl Enter" busy={busy} onPress={() => void add()}>
          {said.add}
        </Button>
        <Button kind="bare" onPress={onClose}>
          {said.cancel}
        </Button>
      </div>
      {told === undefined ? null : (
        <ErrorNote said={told.said} next={told.next} code={words.frame.code({ code: told.code })} />
      )}
    </section>
  )
}
