import type { CheckIn } from '../../core/plan/record.ts'
import type { Row } from '../../contract/device/row.ts'
import { useWords } from '../app/words.tsx'
import { quiet, small } from '../design/text.css.ts'
import * as look from './check-in.css.ts'

const parts = [
  ['tried', 'triedShort'],
  ['saw', 'sawShort'],
  ['next', 'nextShort'],
] as const

/** What was tried, seen and meant to come next: newest first. Missed weeks are never counted. */
export function CheckInList({ checkIns }: { checkIns: readonly Row<CheckIn>[] }) {
  const words = useWords()
  if (checkIns.length === 0)
    return <p className={`${look.none} ${small} ${quiet}`}>{words.plan.checkIn.none}</p>
  const newest = checkIns.toSorted(
    (a, b) => b.body.on.localeCompare(a.body.on) || b.body.addedAt - a.body.addedAt,
  )
  return (
    <ol className={look.list}>
      {newest.map(one => (
        <li key={one.id} className={look.one}>
          <time className={look.day} dateTime={one.body.on}>
            {words.say.longDay(one.body.on)}
          </time>
          {parts.map(([field, name]) =>
            one.body[field].trim() === '' ? null : (
              <p key={field} className={look.part}>
                <span className={look.partName}>{words.plan.checkIn[name]}</span>
                {one.body[field]}
              </p>
            ),
          )}
        </li>
      ))}
    </ol>
  )
}
