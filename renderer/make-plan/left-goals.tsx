import type { Goal } from '../../core/plan/record.ts'
import type { Row } from '../../contract/device/row.ts'
import { useWords } from '../app/words.tsx'
import { TextLink } from '../design/link.tsx'
import { ruled, small } from '../design/text.css.ts'

/** Goals for which the picture has no room, as a list that opens. */
export function LeftGoals({ goals }: { goals: readonly Row<Goal>[] }) {
  const words = useWords()
  if (goals.length === 0) return null
  return (
    <details>
      <summary className={small}>{words.plan.left({ n: goals.length })}</summary>
      <ul className={ruled}>
        {goals.map(goal => (
          <li key={goal.id}>
            <TextLink to={`/goals/${goal.id}`}>{goal.body.title}</TextLink>{' '}
            <small>{words.plan.layer[goal.body.layer]}</small>
          </li>
        ))}
      </ul>
    </details>
  )
}
