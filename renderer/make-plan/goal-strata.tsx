import { useRef } from 'react'
import { goalLayers, type Goal } from '../../core/plan/record.ts'
import type { Row } from '../../contract/device/row.ts'
import { useWords } from '../app/words.tsx'
import { useFollowLinks } from './follow-links.ts'
import { GoalCell } from './goal-cell.tsx'
import * as look from './goal-strata.css.ts'
import { LeftGoals } from './left-goals.tsx'
import { serving } from './serving.ts'
import { litPath, strataOf } from './strata.ts'

interface Picture {
  readonly goals: readonly Row<Goal>[]
  readonly opened: string | undefined
  /** What stands small under a personal goal. */
  noteOf(goal: Row<Goal>): string
}

/** The four strata: a goal stands under the goal it serves, so that the picture is the argument. Arrows follow links. */
export function GoalStrata({ goals, opened, noteOf }: Picture) {
  const words = useWords()
  const box = useRef<HTMLDivElement>(null)
  const placed = goals.map(goal => ({
    id: goal.id,
    layer: goal.body.layer,
    serves: serving(goal.body),
  }))
  const strata = strataOf(placed)
  const lit = opened === undefined ? new Set<string>() : litPath(placed, opened)
  const byId = new Map(goals.map(goal => [goal.id, goal]))
  const titles = (goal: Row<Goal>) =>
    serving(goal.body).flatMap(id => byId.get(id)?.body.title ?? [])

  useFollowLinks(box, strata)
  return (
    <div ref={box} role="group" aria-label={words.plan.picture}>
      <div
        className={look.strata}
        style={{ gridTemplateColumns: `72px repeat(${strata.columns}, minmax(0, 1fr))` }}
      >
        {goalLayers.map((layer, n) => {
          const cells = strata.cells.filter(cell => cell.layer === layer)
          if (cells.length === 0) return null
          return (
            <section key={layer} className={look.layer} aria-labelledby={`layer-${layer}`}>
              <h2 id={`layer-${layer}`} className={look.layerName} style={{ gridRow: n + 1 }}>
                {words.plan.layer[layer]}
              </h2>
              <ul className={look.layer}>
                {cells.map(cell => {
                  const goal = cell.goal === undefined ? undefined : byId.get(cell.goal)
                  return (
                    <GoalCell
                      key={`${cell.goal ?? 'none'} ${cell.column}`}
                      cell={cell}
                      row={n + 1}
                      goal={goal}
                      serves={goal === undefined ? [] : titles(goal)}
                      note={goal?.body.layer === 'personal' ? noteOf(goal) : undefined}
                      lit={cell.goal !== undefined && lit.has(cell.goal)}
                      opened={cell.goal !== undefined && cell.goal === opened}
                    />
                  )
                })}
              </ul>
            </section>
          )
        })}
      </div>
      <LeftGoals goals={strata.left.flatMap(id => byId.get(id) ?? [])} />
    </div>
  )
}
