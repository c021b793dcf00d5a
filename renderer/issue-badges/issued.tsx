import { useState } from 'react'
import type { Badge } from '../../core/badge/record.ts'
import type { Row } from '../../contract/device/row.ts'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { TextField } from '../design/field.tsx'
import { forgivingMatch } from '../design/forgiving-match.ts'
import { TextLink } from '../design/link.tsx'
import { heading, quiet, small } from '../design/text.css.ts'
import * as look from './issue.css.ts'
import { badgeActs } from './badge-acts.ts'
import { ChangeBadge } from './change-badge.tsx'
import { stateSaid } from './state-said.ts'

/** So many stand in the list before one asks for more. */
const pageMax = 50
/** Fewer than this are seen at a glance. */
const findsFrom = 8

interface Listing {
  readonly badges: readonly Row<Badge>[]
  nameOf(person: string | undefined): string
}

/** Every badge that was ever approved, the newest first. */
export function Issued({ badges, nameOf }: Listing) {
  const words = useWords()
  const [most, setMost] = useState(pageMax)
  const [sought, setSought] = useState('')
  const [changing, setChanging] = useState<Row<Badge>>()
  const shown = badges.filter(({ body }) =>
    forgivingMatch(`${body.title} ${nameOf(body.owner)}`, sought),
  )
  return (
    <section className={look.section}>
      <h2 className={heading}>{words.issue.issued}</h2>
      <p className={`${small} ${look.beside}`}>
        {badges.length === 0 ? null : (
          <TextLink to="/issue/several">{words.issue.several.title}</TextLink>
        )}
        <TextLink to="/micro-credentials">{words.endorsements.fromIssue}</TextLink>
      </p>
      {badges.length === 0 ? <p className={quiet}>{words.issue.issuedNone}</p> : null}
      {badges.length < findsFrom ? null : (
        <TextField
          label={words.issue.several.find}
          hint={words.issue.several.findHint}
          value={sought}
          onValue={setSought}
        />
      )}
      {badges.length > 0 && shown.length === 0 ? (
        <p className={quiet}>{words.issue.issuedNoneFound}</p>
      ) : null}
      <ul>
        {shown.slice(0, most).map(badge => {
          const { title, owner } = badge.body
          const name = nameOf(owner)
          return (
            <li key={badge.id} className={look.issued}>
              <div>
                <h3 className={look.title}>
                  <TextLink to={`/badges/${badge.id}`}>{title}</TextLink>
                </h3>
                <p className={`${small} ${quiet}`}>
                  {name} · {stateSaid(words, badge.body)}
                </p>
              </div>
              {badgeActs(badge.body).length === 0 ? null : (
                <Button
                  kind="small"
                  label={words.issue.changeLabel({ title, name })}
                  onPress={() => setChanging(badge)}
                >
                  {words.issue.change}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
      {shown.length > most ? (
        <Button kind="small" onPress={() => setMost(most + pageMax)}>
          {words.issue.more({ n: Math.min(pageMax, shown.length - most) })}
        </Button>
      ) : null}
      {changing === undefined ? null : (
        <ChangeBadge
          key={changing.id}
          badge={changing}
          name={nameOf(changing.body.owner)}
          onClose={() => setChanging(undefined)}
        />
      )}
    </section>
  )
}
