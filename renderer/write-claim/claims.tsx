import type { Claim } from '../../core/claim/record.ts'
import { isWritable } from '../../core/claim/writable.ts'
import type { Row } from '../../contract/device/row.ts'
import { EmptyState } from '../design/empty-state.tsx'
import { Screen } from '../design/frame.tsx'
import { TextLink } from '../design/link.tsx'
import { LoadingLine } from '../design/progress.tsx'
import { quiet, small } from '../design/text.css.ts'
import { useRows } from '../app/rows.ts'
import { useSession } from '../app/session.tsx'
import { useWords } from '../app/words.tsx'
import { claimSaid } from './claim-said.ts'
import * as look from './claim.css.ts'

/** A person's claims: with them, on their way, done; each with its holder and its date. */
export function Claims() {
  const words = useWords()
  const session = useSession()
  const rows = useRows('claims', {})
  const micros = useRows('micro-credentials', {})
  const badges = useRows('badges', {})
  if (rows === undefined) return <LoadingLine label={words.frame.loading} />

  const nameOf = (person: string) =>
    rows.people.find(known => known.id === person)?.body.name ?? person
  const said = (row: Row<Claim>) =>
    claimSaid(words, {
      claim: row.body,
      sight: row.sight,
      micro: micros?.micros.find(micro => micro.id === row.body.microCredential)?.body,
      badge: badges?.badges.find(badge => badge.id === row.body.badge)?.body,
      nameOf,
      calendar: session.calendar,
      nowMs: Date.now(),
    })
  const mine = rows.claims.filter(row => row.body.owner === session.person?.id)
  const done = (row: Row<Claim>) => row.body.state === 'earned' || row.body.state === 'withdrawn'
  const groups = [
    { label: words.claims.group.yours, rows: mine.filter(row => isWritable(row.body.state)) },
    {
      label: words.claims.group.away,
      rows: mine.filter(row => !isWritable(row.body.state) && !done(row)),
    },
    { label: words.claims.group.done, rows: mine.filter(done) },
  ].filter(group => group.rows.length > 0)

  return (
    <Screen title={words.claims.title} titled="page">
      {mine.length === 0 ? (
        <EmptyState>
          <p>{words.claims.none}</p>
          <TextLink to="/micro-credentials" as="primary">
            {words.claims.choose}
          </TextLink>
        </EmptyState>
      ) : null}
      {groups.map(group => (
        <section key={group.label} className={look.list}>
          <h2>{group.label}</h2>
          <ul>
            {group.rows.map(row => (
              <li key={row.id} className={look.line}>
                <div>
                  <TextLink to={`/claims/${row.id}`}>{row.body.title}</TextLink>
                  <p className={`${small} ${quiet}`}>{said(row)}</p>
                </div>
                <TextLink
                  to={`/claims/${row.id}`}
                  as="small"
                  label={`${words.claims.open}: ${row.body.title}`}
                >
                  {words.claims.open}
                </TextLink>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Screen>
  )
}
