import type { MicroCredential } from '../../core/micro-credential/record.ts'
import { isBlank } from '../../core/review/blank.ts'
import type { Review } from '../../core/review/record.ts'
import { PointedAt } from '../app/pointed-at.tsx'
import { useWords } from '../app/words.tsx'
import { heading, quiet, small, voiceSmall } from '../design/text.css.ts'
import { unsaved } from '../door/unsaved.ts'
import { markedPlaces } from './marked-places.ts'
import { levelName } from './open-reading.ts'
import * as look from './review.css.ts'
import { commentName } from './use-judging.ts'

interface Keeping {
  readonly id: string
  readonly review: Review
  readonly micro: MicroCredential | undefined
}

/** What a reader noted in a reading that is over, to be read: level, words and places of each criterion. */
export function KeptNotes({ id, review, micro }: Keeping) {
  const words = useWords()
  const said = words.review.over
  const criteria = micro?.parts.flatMap(part => part.criteria) ?? []
  const places = markedPlaces(review.anchors)
  const noted = review.criteria
    .map(criterion => {
      const known = criteria.find(one => one.id === criterion)
      const stored = review.comments[criterion] ?? ''
      const aside = review.aside?.[criterion]?.text ?? ''
      // What was being typed when the reading ended is in this window alone.
      const typed = unsaved(commentName(id, criterion)) ?? ''
      return {
        criterion,
        text: known?.text ?? criterion,
        level: known === undefined ? '' : levelName(known, review.levels[criterion]),
        comments: [...new Set([stored, aside, typed])].filter(text => text.trim() !== ''),
        places: places.filter(place => place.criterion === criterion),
      }
    })
    .filter(note => note.level !== '' || note.comments.length > 0 || note.places.length > 0)
  if (isBlank(review) && noted.length === 0) return <p className={quiet}>{said.blank}</p>
  return (
    <section>
      <h2 className={heading}>{said.yourNotes}</h2>
      <p className={`${small} ${quiet}`}>{said.yoursAlone}</p>
      <ol>
        {noted.map(note => (
          <li key={note.criterion} className={look.found}>
            <h3>{note.text}</h3>
            <p className={small}>{note.level === '' ? words.review.noLevel : note.level}</p>
            {note.comments.map(text => (
              <p key={text} className={`${voiceSmall} ${look.keptText}`}>
                {text}
              </p>
            ))}
            <PointedAt anchors={note.places.map(({ anchor }) => anchor)} micro={micro} />
          </li>
        ))}
      </ol>
    </section>
  )
}
