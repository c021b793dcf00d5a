import type { Review } from '../../core/review/record.ts'
import type { Row } from '../../contract/device/row.ts'
import { useWords } from '../app/words.tsx'
import { TextLink } from '../design/link.tsx'
import { heading, quiet, small } from '../design/text.css.ts'
import * as look from './queue.css.ts'
import { useMore } from './use-more.tsx'

interface Ended {
  /** Still called open, but of claims that were withdrawn. */
  readonly left: readonly Row<Review>[]
  /** Given back, with notes. */
  readonly returned: readonly Row<Review>[]
}

/** Readings that ended without a finding: what is to be put away first, then those whose notes are kept. */
export function Over({ left, returned }: Ended) {
  const words = useWords().review
  const all = [...left, ...returned]
  const { shown, more } = useMore(all)
  if (all.length === 0) return null
  return (
    <section className={look.section}>
      <h2 className={heading}>{words.over.title}</h2>
      <ul className={look.list}>
        {shown.map(({ id, body }) => (
          <li key={id} className={look.line}>
            <span className={look.day}>
              {left.some(one => one.id === id) || body.withdrawnAt !== undefined
                ? words.over.withdrawn
                : words.over.returned}
            </span>
            <div>
              <h3 className={look.title}>{body.title}</h3>
              <p className={`${small} ${quiet}`}>{words.over.taken({ at: body.takenAt })}</p>
            </div>
            <TextLink to={`/review/${id}`} as="small" label={`${words.over.notes}: ${body.title}`}>
              {words.over.notes}
            </TextLink>
          </li>
        ))}
      </ul>
      {more}
    </section>
  )
}
