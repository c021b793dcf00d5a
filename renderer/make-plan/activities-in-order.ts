import type { Activity } from '../../core/plan/record.ts'
import type { Row } from '../../contract/device/row.ts'

/** What was done, in its order, then what is to do by its day; without a day last. Nothing that was taken off. */
export function activitiesInOrder(activities: readonly Row<Activity>[]): readonly Row<Activity>[] {
  const late = '9'
  return activities
    .filter(one => one.body.dropped !== true)
    .toSorted(
      (a, b) =>
        (a.body.doneOn ?? late).localeCompare(b.body.doneOn ?? late) ||
        (a.body.due ?? late).localeCompare(b.body.due ?? late),
    )
}
