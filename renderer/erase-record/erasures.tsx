import { mayErase } from '../../core/erasure/rights.ts'
import { useRows } from '../app/rows.ts'
import { useSession } from '../app/session.tsx'
import { useWords } from '../app/words.tsx'
import { TextLink } from '../design/link.tsx'
import { heading, quiet, section, small } from '../design/text.css.ts'
import * as look from './erase-record.css.ts'
import { stateSaid } from './state-said.ts'

/** What was erased or called off stands here so long (ms): the last two weeks'. */
const shownMs = 14 * 86_400_000

/** Records that are to be erased, or were a short while ago, for those who decide it; nothing where there is none. */
export function Erasures() {
  const words = useWords().erasure
  const { holding } = useSession()
  const isAsked = mayErase(holding)
  const rows = useRows('erasures', {}, isAsked)
  const now = Date.now()
  const shown = (rows?.erasures ?? []).filter(({ body }) => {
    const endedAt = body.erasedAt ?? body.calledOffAt
    return endedAt === undefined || endedAt > now - shownMs
  })
  if (!isAsked || shown.length === 0) return null
  const nameOf = (id: string | undefined) =>
    rows?.people.find(known => known.id === id)?.body.name ?? words.someone
  return (
    <section className={section}>
      <h2 className={heading}>{words.list}</h2>
      <p className={`${small} ${quiet}`}>{words.listLead}</p>
      <ul aria-label={words.list}>
        {shown.map(({ id, body }) => (
          <li key={id} className={look.line}>
            <span>
              <strong>{nameOf(id)}</strong>
              <p className={`${small} ${quiet}`}>{stateSaid(words, body, nameOf, now)}</p>
            </span>
            <TextLink to={`/people/${id}/erase`} label={words.openOf({ name: nameOf(id) })}>
              {words.open}
            </TextLink>
          </li>
        ))}
      </ul>
    </section>
  )
}
