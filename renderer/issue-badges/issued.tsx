import { useState } from 'react'
import type { Badge } from '../../core/badge/record.ts'
import type { Row } from '../../contract/device/row.ts'
import type { Words } from '../../words/words.ts'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { heading, quiet, small } from '../design/text.css.ts'
import * as look from './issue.css.ts'
import { RevokeBadge } from './revoke-badge.tsx'

/** So many stand in the list before one asks for more. */
const pageMax = 50

interface Listing {
  readonly badges: readonly Row<Badge>[]
  nameOf(person: string | undefined): string
}

/** Every badge that was approved, signed or revoked, the newest first. */
export function Issued({ badges, nameOf }: Listing) {
  const words = useWords()
  const [most, setMost] = useState(pageMax)
  const [revoking, setRevoking] = useState<Row<Badge>>()
  return (
    <section className={look.section}>
      <h2 className={heading}>{words.issue.issued}</h2>
      {badges.length === 0 ? <p className={quiet}>{words.issue.issuedNone}</p> : null}
      <ul>
        {badges.slice(0, most).map(badge => {
          const { title, owner, state } = badge.body
          const name = nameOf(owner)
          return (
            <li key={badge.id} className={look.issued}>
              <div>
                <h3 className={look.title}>{title}</h3>
                <p className={`${small} ${quiet}`}>
                  {name} · {stateSaid(words, badge.body)}
                </p>
              </div>
              {state === 'revoked' ? null : (
                <Button
                  kind="small"
                  label={words.issue.revokeLabel({ title, name })}
                  onPress={() => setRevoking(badge)}
                >
                  {words.issue.revoke}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
      {badges.length > most ? (
        <Button kind="small" onPress={() => setMost(most + pageMax)}>
          {words.issue.more({ n: Math.min(pageMax, badges.length - most) })}
        </Button>
      ) : null}
      {revoking === undefined ? null : (
        <RevokeBadge
          key={revoking.id}
          badge={revoking}
          name={nameOf(revoking.body.owner)}
          onClose={() => setRevoking(undefined)}
        />
      )}
    </section>
  )
}

function stateSaid(words: Words, badge: Badge): string {
  const said = words.issue.state
  switch (badge.state) {
    case 'approved':
      return said.approved({ at: badge.approvedAt })
    case 'signed':
      return said.signed({ at: badge.signedAt ?? badge.approvedAt })
    case 'revoked':
      return said.revoked({
        at: badge.revokedAt ?? badge.approvedAt,
        reason: badge.revokedReason ?? '',
      })
  }
}
