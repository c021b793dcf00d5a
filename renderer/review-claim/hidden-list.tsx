import { titleOfPlace } from '../../core/claim/anchor-place.ts'
import type { Mask } from '../../core/claim/record.ts'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import type { Reading } from './open-reading.ts'
import { placeSaid } from '../app/place-said.ts'
import * as look from './review.css.ts'

interface Hiding {
  /** What this reader has hidden from the others, by its mark. */
  readonly mine: readonly (readonly [mark: string, mask: Mask])[]
  readonly reading: Reading
  onShowAgain(mark: string): void
}

/** What this reader found to show who it is, each with the way to show it to the others again. */
export function HiddenList({ mine, reading, onShowAgain }: Hiding) {
  const words = useWords()
  const said = words.review.hidden
  if (mine.length === 0) return null
  return (
    <section className={look.noteAll}>
      <h3>{said.title}</h3>
      <ul className={look.notes}>
        {mine.map(([mark, { anchor }]) => {
          const facts = {
            title: titleOfPlace(reading.micro, reading.attempt, anchor.place),
            place: placeSaid(words, anchor),
          }
          return (
            <li key={mark} className={look.note}>
              <span>{words.review.place(facts)}</span>
              <span className={look.noteText}>{anchor.quote}</span>
              <Button
                kind="small"
                label={said.showAgainLabel(facts)}
                onPress={() => onShowAgain(mark)}
              >
                {said.showAgain}
              </Button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
