import type { Claim } from '../../core/claim/record.ts'
import type { Row } from '../../contract/device/row.ts'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { heading, quiet, small } from '../design/text.css.ts'
import * as look from './queue.css.ts'
import { claimCode } from './queue.ts'

interface Taken {
  readonly taken: readonly Row<Claim>[]
  nameOf(person: string): string
  onRelease(claim: string): void
}

/** What other coaches read, for those who may give it back to the queue when one of them can't go on. */
export function TakenByOthers({ taken, nameOf, onRelease }: Taken) {
  const words = useWords().review
  if (taken.length === 0) return null
  return (
    <section className={look.section}>
      <h2 className={heading}>{words.taken}</h2>
      <p className={`${small} ${quiet}`}>{words.takenWhy}</p>
      <ul className={look.list} aria-label={words.taken}>
        {taken.map(({ id, body }) => {
          const day = body.attempts.at(-1)?.answerBy
          const facts = [
            words.code({ code: claimCode(id) }),
            words.with({ names: body.readers.map(nameOf) }),
          ]
          return (
            <li key={id} className={look.line}>
              {day === undefined ? (
                <span />
              ) : (
                <time dateTime={day} className={look.day}>
                  {words.due({ day })}
                </time>
              )}
              <div>
                <h3 className={look.title}>{body.title}</h3>
                <p className={`${small} ${quiet}`}>{facts.join(' · ')}</p>
              </div>
              <Button
                kind="small"
                label={`${words.release}: ${body.title}`}
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
