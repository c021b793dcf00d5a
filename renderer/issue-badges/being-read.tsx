import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { heading, quiet, small } from '../design/text.css.ts'
import * as look from './issue.css.ts'

/** A claim that is being read, as far as whoever releases it needs to know. */
export interface Taken {
  readonly claim: string
  readonly title: string
  readonly owner: string
  readonly readers: readonly string[]
  /** The promised day; `undefined`: none is known. */
  readonly answerBy: string | undefined
}

interface Read {
  readonly taken: readonly Taken[]
  nameOf(person: string | undefined): string
  onRelease(claim: string): void
}

/** What coaches read: the office or an administrator gives it back to their queue when one of them can't go on. */
export function BeingRead({ taken, nameOf, onRelease }: Read) {
  const words = useWords().issue
  if (taken.length === 0) return null
  return (
    <section className={look.section}>
      <h2 className={heading}>{words.beingRead}</h2>
      <p className={`${small} ${quiet}`}>{words.beingReadWhy}</p>
      <ul aria-label={words.beingRead}>
        {taken.map(({ claim, title, owner, readers, answerBy }) => {
          const name = nameOf(owner)
          const facts = [
            name,
            words.readBy({ names: readers.map(nameOf) }),
            ...(answerBy === undefined ? [] : [words.due({ day: answerBy })]),
          ]
          return (
            <li key={claim} className={look.issued}>
              <div>
                <h3 className={look.title}>{title}</h3>
                <p className={`${small} ${quiet}`}>{facts.join(' · ')}</p>
              </div>
              <Button
                kind="small"
                label={words.releaseLabel({ title, name })}
                onPress={() => onRelease(claim)}
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
