import type { Review } from '../../core/review/record.ts'
import type { Row } from '../../contract/device/row.ts'
import { useWords } from '../app/words.tsx'
import { TextLink } from '../design/link.tsx'
import { heading, quiet, small } from '../design/text.css.ts'
import * as look from './queue.css.ts'
import { minutesOf } from './usual-minutes.ts'

/** So many finished readings are listed; older ones are in their claims. */
const finishedMax = 20

/** The readings this coach has finished, the newest first, with what was decided. */
export function Finished({ finished }: { finished: readonly Row<Review>[] }) {
  const words = useWords().review
  if (finished.length === 0) return null
  const newest = finished.toSorted((a, b) => (b.body.finishedAt ?? 0) - (a.body.finishedAt ?? 0))
  return (
    <section className={look.section}>
      <h2 className={heading}>{words.finished}</h2>
      <ul className={look.list}>
        {newest.slice(0, finishedMax).map(({ id, body }) => (
          <li key={id} className={look.line}>
            <span className={look.day}>
              {body.decision === undefined ? '' : words.decided[body.decision]}
            </span>
            <div>
              <h3 className={look.title}>{body.title}</h3>
              <p className={`${small} ${quiet}`}>
                {words.decided.when({
                  at: body.finishedAt ?? body.takenAt,
                  minutes: minutesOf(body.activeMs),
                })}
              </p>
            </div>
            <TextLink to={`/review/${id}`} as="small" label={`${words.see}: ${body.title}`}>
              {words.see}
            </TextLink>
          </li>
        ))}
      </ul>
    </section>
  )
}
