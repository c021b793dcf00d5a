import { titleOfPlace } from '../../core/claim/anchor-place.ts'
import { useWords } from '../app/words.tsx'
import { AnchorMark } from '../design/anchor.tsx'
import { Button } from '../design/button.tsx'
import { LiveRegion } from '../design/live-region.tsx'
import { row } from '../design/text.css.ts'
import type { MarkedPlace } from './marked-places.ts'
import type { Reading } from './open-reading.ts'
import { placeSaid } from '../app/place-said.ts'
import * as look from './review.css.ts'
import type { Judging } from './use-judging.ts'

interface Pointing {
  readonly mine: readonly MarkedPlace[]
  readonly reading: Reading
  readonly judging: Judging
  onGo(place: MarkedPlace): void
  onUntil(place: MarkedPlace): void
}

/** The places a criterion's level points at, each a way back to it. */
export function PointedList({ mine, reading, judging, onGo, onUntil }: Pointing) {
  const words = useWords()
  const said = words.review.anchor
  const newest = mine.at(-1)
  return (
    <>
      <ul className={look.notes} aria-label={words.review.anchors}>
        {mine.map(place => {
          const { n, anchor } = place
          const where = placeSaid(words, anchor)
          const title = titleOfPlace(reading.micro, reading.attempt, anchor.place)
          const isSpanOpen = anchor.startMs !== undefined && anchor.endMs === undefined
          return (
            <li key={place.mark} className={look.note}>
              <AnchorMark
                label={said.label({ n, place: where, title })}
                onPress={() => onGo(place)}
              >
                {said.numbered({ n, place: where })}
              </AnchorMark>
              <span className={look.noteText}>{anchor.quote ?? title}</span>
              <span className={row}>
                {isSpanOpen ? (
                  <Button
                    kind="small"
                    label={said.untilLabel({ n })}
                    onPress={() => onUntil(place)}
                  >
                    {said.until}
                  </Button>
                ) : null}
                <Button
                  kind="small"
                  label={said.takeAwayLabel({ n })}
                  onPress={() => void judging.move(place, null)}
                >
                  {said.takeAway}
                </Button>
              </span>
            </li>
          )
        })}
      </ul>
      <LiveRegion
        say={
          newest === undefined
            ? ''
            : words.review.pointed({ n: newest.n, place: placeSaid(words, newest.anchor) })
        }
      />
    </>
  )
}
