import type { Claim } from '../../core/claim/record.ts'
import type { Row } from '../../contract/device/row.ts'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { heading, quiet, small } from '../design/text.css.ts'
import * as look from './issue.css.ts'

interface Read {
  readonly beingRead: readonly Row<Claim>[]
  nameOf(person: string | undefined): string
  onRelease(claim: string): void
}

/** What coaches read: the office gives it back to their queue when one of them can't go on. */
export function BeingRead({ beingRead, nameOf, onRelease }: Read) {
  const words = useWords().issue
  if (beingRead.length === 0) return null
  return (
    <section className={look.section}>
      <h2 className={heading}>{words.beingRead}</h2>
      <p className={`${small} ${quiet}`}>{words.beingReadWhy}</p>
      <ul aria-label={words.beingRead}>
        {beingRead.map(({ id, body }) => {
          const { title, owner, attempts, readers } = body
          const name = nameOf(owner)
          const day = attempts.at(-1)?.answerBy
          const facts = [
            name,
            words.readBy({ names: readers.map(nameOf) }),
            ...(day === undefined ? [] : [words.due({ day })]),
          ]
          return (
            <li key={id} className={look.issued}>
              <div>
                <h3 className={look.title}>{title}</h3>
                <p className={`${small} ${quiet}`}>{facts.join(' · ')}</p>
              </div>
              <Button
                kind="small"
                label={words.releaseLabel({ title, name })}
                onPress={() => onRelease(id)}
              >
                {words.release}
              </Button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
