import type { Claim } from '../../core/claim/record.ts'
import type { Row } from '../../contract/device/row.ts'
import { useAct } from '../app/act.ts'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import { TextLink } from '../design/link.tsx'
import { heading, quiet, row, small } from '../design/text.css.ts'
import * as look from './issue.css.ts'

interface Listing {
  readonly setAside: readonly Row<Claim>[]
  nameOf(person: string | undefined): string
}

/** Earned claims that the office approves no badge for: why, by whom, and the way back. */
export function AsideList({ setAside, nameOf }: Listing) {
  const { issue, claims } = useWords()
  const words = issue.aside
  const { act, told, busy } = useAct()
  if (setAside.length === 0) return null
  return (
    <section className={look.section}>
      <h2 className={heading}>{words.title}</h2>
      <p className={`${small} ${quiet}`}>{words.lead}</p>
      {told === undefined ? null : <ErrorNote {...told} />}
      <ul aria-label={words.title}>
        {setAside.map(({ id, body }) => {
          const { title, owner, setAside: word } = body
          const name = nameOf(owner)
          return (
            <li key={id} className={look.issued}>
              <div>
                <h3 className={look.title}>{title}</h3>
                <p className={`${small} ${quiet}`}>{name}</p>
                {word === undefined ? null : (
                  <p className={small}>{words.by({ ...word, name: nameOf(word.by) })}</p>
                )}
              </div>
              <span className={row}>
                <TextLink
                  to={`/claims/${id}`}
                  as="small"
                  label={claims.read.openLabel({ title, name })}
                >
                  {claims.read.open}
                </TextLink>
                <Button
                  kind="small"
                  busy={busy}
                  label={words.takeUpLabel({ title, name })}
                  onPress={() => void act('claim.take-up', { claim: id })}
                >
                  {words.takeUp}
                </Button>
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
