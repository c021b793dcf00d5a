import { titleOfPlace } from '../../core/claim/anchor-place.ts'
import type { Anchor, Attempt } from '../../core/claim/record.ts'
import type { MicroCredential } from '../../core/micro-credential/record.ts'
import { AnchorMark } from '../design/anchor.tsx'
import { small, voiceSmall } from '../design/text.css.ts'
import { placeSaid } from './place-said.ts'
import * as look from './shell.css.ts'
import { useWords } from './words.tsx'

interface Pointing {
  readonly anchors: readonly Anchor[]
  readonly micro: Pick<MicroCredential, 'parts'> | undefined
  /** What was handed over; absent where it is here no more: then a place in a piece stands without its title. */
  readonly attempt?: Pick<Attempt, 'items'>
}

/** The places a level points at, to be read: in what, where in it, and the words that are meant. */
export function PointedAt({ anchors, micro, attempt }: Pointing) {
  const words = useWords()
  if (anchors.length === 0) return null
  const { parts } = micro ?? { parts: [] }
  const { items } = attempt ?? { items: [] }
  return (
    <ul className={look.pointedAt} aria-label={words.review.pointedAt}>
      {anchors.map((anchor, at) => {
        const title = titleOfPlace({ parts }, { items }, anchor.place)
        const place = placeSaid(words, anchor)
        return (
          <li key={at} className={small}>
            <AnchorMark>{title === '' ? place : words.review.place({ title, place })}</AnchorMark>
            {anchor.quote === undefined ? null : (
              <blockquote className={voiceSmall}>“{anchor.quote}”</blockquote>
            )}
          </li>
        )
      })}
    </ul>
  )
}
