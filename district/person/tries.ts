import { int } from '../../db/sql/row.ts'
import type { Steps } from '../../db/sql/steps.ts'
import { query } from '../../db/sql/steps.ts'

/** Wrong codes from one address in an hour, and from everywhere in a day (security.md row 36). */
export const missesMax = { anHourAndSource: 10, aDay: 200 } as const

const hourMs = 3_600_000
const dayMs = 86_400_000

/** Whether so many wrong codes came that no further one is looked at. */
export function* areTooMany(source: string, now: number): Steps<boolean> {
  const [hour] = yield* query(
    'select count(*) as n from miss where source = ? and at > ?',
    source,
    now - hourMs,
  )
  const [day] = yield* query('select count(*) as n from miss where at > ?', now - dayMs)
  const fromHere = hour === undefined ? 0 : int(hour, 'n')
  const fromAll = day === undefined ? 0 : int(day, 'n')
  return fromHere >= missesMax.anHourAndSource || fromAll >= missesMax.aDay
}

/** Notes a wrong code; those older than a day are forgotten. */
export function* noteMiss(source: string, now: number): Steps<void> {
  yield* query('delete from miss where at <= ?', now - dayMs)
  yield* query('insert into miss (source, at) values (?, ?)', source, now)
}
