import type { QueryRows } from '../../contract/device/queries.ts'
import type { Words } from '../../words/words.ts'

/** What stands small under a goal of mine: how much of it is done, and the last check-in. */
export function goalNote(
  words: Words,
  goal: string,
  rows: Pick<QueryRows<'plan'>, 'activities' | 'checkIns'>,
): string {
  const activities = rows.activities.filter(
    one => one.body.goal === goal && one.body.dropped !== true,
  )
  const done = activities.filter(one => one.body.doneOn !== undefined).length
  const last = rows.checkIns
    .flatMap(one => (one.body.goal === goal ? [one.body.on] : []))
    .toSorted()
    .at(-1)
  return [
    ...(activities.length === 0 ? [] : [words.plan.done({ done, all: activities.length })]),
    last === undefined ? words.plan.noCheckIn : words.plan.lastCheckIn({ day: last }),
  ].join(', ')
}
