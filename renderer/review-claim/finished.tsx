import type { Review } from '../../core/review/record.ts'
import type { Row } from '../../contract/device/row.ts'
import { useWords } from '../app/words.tsx'
import { TextLink } from '../design/link.tsx'
import { heading, quiet, small } from '../design/text.css.ts'
import * as look from './queue.css.ts'
import { useMore } from './use-more.tsx'
import { minutesOf } from './usual-minutes.ts'

/** The readings this coach has finished, the newest first, with what was decided. */
export function Finished({ finished }: { finished: readonly Row<Review>[] }) {
  const words = useWords().review
  const newest = finished.toSorted((a, b) => (b.body.finishedAt ?? 0) - (a.body.finishedAt ?? 0))
  const { shown, more } = useMore(newest)
  if (finished.length === 0) return null
  return (
    <section className={look.section}>
      <h2 className={heading}>{words.finished}</h2>
      <ul className={look.list}>
        {shown.map(({ id, body }) => (
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
      {more}
    </section>
  )
}
