import type { Claim } from '../../core/claim/record.ts'
import { lastEarned } from '../../core/claim/last-earned.ts'
import { isUnfinished } from '../../core/claim/unfinished.ts'
import type { Row } from '../../contract/device/row.ts'
import { LoadingLine } from '../design/progress.tsx'
import { EmptyState } from '../design/empty-state.tsx'
import { Screen } from '../design/frame.tsx'
import { TextLink } from '../design/link.tsx'
import { lead, measure, quiet, small, voiceSmall } from '../design/text.css.ts'
import { useRows } from '../app/rows.ts'
import { useSession } from '../app/session.tsx'
import { useWords } from '../app/words.tsx'
import { useRenewals } from '../hold-badges/use-renewals.ts'
import * as look from './catalogue.css.ts'

/** Every micro-credential that is offered, with what is needed to choose honestly. */
export function Catalogue() {
  const words = useWords()
  const rows = useRows('micro-credentials', {})
  const { person } = useSession()
  const renewing = useRenewals()
  const mine = rows?.claims.filter(claim => claim.body.owner === person?.id) ?? []
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
              <Own
                claims={mine.filter(claim => claim.body.code === body.code)}
                renewing={renewing}
              />
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

/** How a person stands to one of them, where they have begun it or earned it. */
function Own({
  claims,
  renewing,
}: {
  readonly claims: readonly Row<Claim>[]
  readonly renewing: ReturnType<typeof useRenewals>
}) {
  const words = useWords()
  const earned = lastEarned(claims)
  const renewal = renewing.get(earned?.body.badge ?? '')
  const said = [
    ...(earned === undefined ? [] : [words.catalogue.earnedAlready]),
    ...(renewal === undefined ? [] : [`${words.badges.renew.title[renewal.why](renewal)}.`]),
    ...(claims.some(claim => isUnfinished(claim.body)) ? [words.catalogue.underWay] : []),
  ]
  return said.length === 0 ? null : <p className={small}>{said.join(' ')}</p>
}
