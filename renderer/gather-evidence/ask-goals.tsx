import type { Evidence } from '../../core/evidence/record.ts'
import type { Goal } from '../../core/plan/record.ts'
import type { Row } from '../../contract/device/row.ts'
import { useWords } from '../app/words.tsx'
import { Check } from '../design/field.tsx'
import { TextLink } from '../design/link.tsx'
import { quiet, small } from '../design/text.css.ts'
import * as look from './questions.css.ts'

interface Asking {
  readonly piece: Row<Evidence>
  readonly goals: readonly Row<Goal>[]
  onGoal(goal: string, on: boolean): void
}

/** Which of one's own goals a piece stands for: those that are open, and those it stands for already. */
export function AskGoals({ piece, goals, onGoal }: Asking) {
  const words = useWords()
  const said = words.evidence.ask
  const isTied = (goal: Row<Goal>) => piece.body.goals[goal.id] === true
  const shown = goals.filter(
    goal => isTied(goal) || (goal.body.layer === 'personal' && goal.body.state === 'open'),
  )
  return (
    <fieldset className={look.question}>
      <legend>
        <h3>{said.whichGoal}</h3>
      </legend>
      {shown.length === 0 ? (
        <p className={`${small} ${quiet}`}>
          {said.noGoal} <TextLink to="/plan">{said.toPlan}</TextLink>
        </p>
      ) : null}
      {shown.map(goal => (
        <Check key={goal.id} checked={isTied(goal)} onChecked={on => onGoal(goal.id, on)}>
          {goal.body.title}
        </Check>
      ))}
    </fieldset>
  )
}
