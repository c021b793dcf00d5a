import type { Claim } from '../../core/claim/record.ts'
import type { Row } from '../../contract/device/row.ts'
import type { Told } from '../app/act.ts'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { TextLink } from '../design/link.tsx'
import { heading, quiet, row, small } from '../design/text.css.ts'
import * as look from './issue.css.ts'

/** A claim that one can't approve now, and why. */
export interface Stuck {
  readonly claim: Row<Claim>
  readonly why: Pick<Told, 'said' | 'next'>
  /** Whether one may set it aside; what is one's own is for another. */
  readonly isOwn: boolean
}

interface Listing {
  readonly stuck: readonly Stuck[]
  nameOf(person: string | undefined): string
  onSetAside(claim: Row<Claim>): void
}

/** What can't be approved as it stands: apart from what waits, never chosen, each with its reason and a way on. */
export function CannotBeApproved({ stuck, nameOf, onSetAside }: Listing) {
  const { issue: words, claims } = useWords()
  if (stuck.length === 0) return null
  return (
    <section className={look.section}>
      <h2 className={heading}>{words.cannot.title}</h2>
      <p className={`${small} ${quiet}`}>{words.cannot.lead}</p>
      <ul aria-label={words.cannot.title}>
        {stuck.map(({ claim, why, isOwn }) => {
          const { title, owner, attempts, changedAt } = claim.body
          const outcome = attempts.at(-1)?.outcome
          const name = nameOf(owner)
          return (
            <li key={claim.id} className={look.issued}>
              <div>
                <h3 className={look.title}>{title}</h3>
                <p className={`${small} ${quiet}`}>
                  {name} ·{' '}
                  {words.earnedAt({
                    at: outcome?.decidedAt ?? changedAt,
                    reader: nameOf(outcome?.reader),
                  })}
                </p>
                <p>
                  <strong>{why.said}</strong> {why.next}
                </p>
              </div>
              <span className={row}>
                <TextLink
                  to={`/claims/${claim.id}`}
                  as="small"
                  label={claims.read.openLabel({ title, name })}
                >
                  {claims.read.open}
                </TextLink>
                {isOwn ? null : (
                  <Button
                    kind="small"
                    label={words.aside.doLabel({ title, name })}
                    onPress={() => onSetAside(claim)}
                  >
                    {words.aside.do}
                  </Button>
                )}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
