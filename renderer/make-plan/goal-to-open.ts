import type { CheckIn, Goal } from '../../core/plan/record.ts'
import type { Row } from '../../contract/device/row.ts'

/** The personal goal that is most likely meant: the one that was written about last, else the newest. */
export function goalToOpen(
  goals: readonly Row<Goal>[],
  checkIns: readonly Row<CheckIn>[],
  person: string,
): Row<Goal> | undefined {
  const lastAt = (goal: Row<Goal>) =>
    Math.max(
      goal.body.addedAt,
      ...checkIns.flatMap(one => (one.body.goal === goal.id ? [one.body.addedAt] : [])),
    )
  return goals
    .filter(
      goal =>
        goal.body.owner === person && goal.body.layer === 'personal' && goal.body.state === 'open',
    )
    .toSorted((a, b) => lastAt(b) - lastAt(a))[0]
}
