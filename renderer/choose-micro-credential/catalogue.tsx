import { LoadingLine } from '../design/progress.tsx'
import { EmptyState } from '../design/empty-state.tsx'
import { Screen } from '../design/frame.tsx'
import { TextLink } from '../design/link.tsx'
import { lead, measure, quiet, small, voiceSmall } from '../design/text.css.ts'
import { useRows } from '../app/rows.ts'
import { useWords } from '../app/words.tsx'
import * as look from './catalogue.css.ts'

/** Every micro-credential that is offered, with what is needed to choose honestly. */
export function Catalogue() {
  const words = useWords()
  const rows = useRows('micro-credentials', {})
  const offered = rows?.micros.filter(micro => micro.body.status === 'approved') ?? []
  return (
    <Screen title={words.catalogue.title} titled="page">
      <p className={lead}>{words.catalogue.lead}</p>
      {rows === undefined ? <LoadingLine label={words.frame.loading} /> : null}
      {rows !== undefined && offered.length === 0 ? (
        <EmptyState>{words.catalogue.none}</EmptyState>
      ) : null}
      <ul className={look.list}>
        {offered.map(({ id, body }) => (
          <li key={id} className={look.entry}>
            <div>
              <h2>
                <TextLink to={`/micro-credentials/${id}`}>{body.title}</TextLink>
              </h2>
              <p className={`${voiceSmall} ${measure}`}>{body.competency}</p>
              <p className={`${small} ${quiet}`}>
                {words.catalogue.hours({
                  low: body.estimatedHours.p25,
                  high: body.estimatedHours.p75,
                })}
                {body.credit.map(credit => ` · ${words.catalogue.credit(credit)}`)}
              </p>
            </div>
            <TextLink
              to={`/micro-credentials/${id}`}
              as="small"
              label={`${words.catalogue.open}: ${body.title}`}
            >
              {words.catalogue.open}
            </TextLink>
          </li>
        ))}
      </ul>
    </Screen>
  )
}
