import { useRows } from '../app/rows.ts'
import { useWords } from '../app/words.tsx'
import { EmptyState } from '../design/empty-state.tsx'
import { Screen } from '../design/frame.tsx'
import { TextLink } from '../design/link.tsx'
import { LoadingLine } from '../design/progress.tsx'
import { lead, quiet, small, voiceSmall } from '../design/text.css.ts'
import { BadgeSlip } from './badge-slip.tsx'
import * as look from './badges.css.ts'
import { RenewLink } from './renew-link.tsx'
import { shelfOrder } from './shelf-order.ts'
import { useRenewals, type WayToRenew } from './use-renewals.ts'

/** The shelf: every badge a person holds, with its four answers. */
export function Shelf() {
  const words = useWords()
  const rows = useRows('badges', {})
  const micros = useRows('micro-credentials', {})
  const renewing = useRenewals()
  const shown = new Map(micros?.micros.map(micro => [micro.id, micro.body.competency]))
  return (
    <Screen title={words.badges.title} titled="page">
      {rows === undefined ? <LoadingLine label={words.frame.loading} /> : null}
      {rows === undefined ? null : rows.badges.length === 0 ? (
        <Empty />
      ) : (
        <>
          <p className={lead}>{words.badges.lead}</p>
          <ul className={look.shelf}>
            {shelfOrder(rows.badges).map(badge => (
              <li key={badge.id}>
                <BadgeSlip
                  badge={badge}
                  shown={shown.get(badge.body.microCredential)}
                  isWhole={false}
                  title={<TextLink to={`/badges/${badge.id}`}>{badge.body.title}</TextLink>}
                />
                <Renewing renewal={renewing.get(badge.id)} title={badge.body.title} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Screen>
  )
}

function Renewing({ renewal, title }: { renewal: WayToRenew | undefined; title: string }) {
  const words = useWords().badges
  if (renewal === undefined) return null
  const { why, at } = renewal
  return (
    <p className={`${small} ${look.renewing}`}>
      {words.renew.title[why]({ at })}. <RenewLink renewal={renewal} title={title} />
    </p>
  )
}

function Empty() {
  const words = useWords().badges
  const example = words.emptyExample
  return (
    <div className={look.shelf}>
      <EmptyState>
        <p>{words.empty}</p>
        <div className={look.example}>
          <p className={look.exampleTitle}>{example.title}</p>
          <p className={voiceSmall}>{example.shown}</p>
          <p className={`${small} ${quiet}`}>{example.facts}</p>
        </div>
        <TextLink to="/micro-credentials" as="plain">
          {words.emptyDo}
        </TextLink>
      </EmptyState>
    </div>
  )
}
