import { Link } from 'wouter'
import type { Goal } from '../../core/plan/record.ts'
import type { Row } from '../../contract/device/row.ts'
import { useWords } from '../app/words.tsx'
import { unseen } from '../design/text.css.ts'
import * as look from './goal-strata.css.ts'
import type { Cell } from './strata.ts'

interface Field {
  readonly cell: Cell
  /** Of the grid, from 1. */
  readonly row: number
  readonly goal: Row<Goal> | undefined
  /** Titles of what it serves. */
  readonly serves: readonly string[]
  readonly note: string | undefined
  readonly lit: boolean
  readonly opened: boolean
}

/** One field of the picture: a goal that opens, or the gap where a layer has none. */
export function GoalCell({ cell, row, goal, serves, note, lit, opened }: Field) {
  const words = useWords()
  const place = { gridColumn: `${cell.column + 1} / span ${cell.span}`, gridRow: row }
  if (goal === undefined) {
    return (
      <li className={look.gap} style={place}>
        {words.plan.noGoal[cell.layer]}
      </li>
    )
  }
  const isMine = cell.layer === 'personal'
  const kind = isMine ? (lit ? 'mineLit' : 'mine') : lit ? 'lit' : 'plain'
  return (
    <li className={look.field} style={place}>
      <Link
        href={`/goals/${goal.id}`}
        className={look.goal[kind]}
        data-goal={goal.id}
        aria-current={opened ? 'true' : undefined}
      >
        {goal.body.title}
        {serves.length === 0 ? null : (
          <span className={unseen}>, {words.plan.serves({ goals: serves })}</span>
        )}
        {note === undefined ? null : <small className={look.note}>{note}</small>}
      </Link>
    </li>
  )
}
