import { memo } from 'react'
import type { EvidenceLine } from '../../contract/device/queries.ts'
import { useWords } from '../app/words.tsx'
import { TextLink } from '../design/link.tsx'
import { asking } from '../design/text.css.ts'
import { kindOf } from './kind.ts'
import { pieceName } from './piece-name.ts'
import { shownSaid } from './shown-said.ts'
import * as look from './timeline.css.ts'
import type { TrashActs } from './trash-state.tsx'
import { TrashState } from './trash-state.tsx'

interface Showing {
  readonly line: EvidenceLine
  /** In the list of the trash. */
  readonly trash?: TrashActs
}

/** One piece of the timeline. Drawn again only when the piece itself is another: there may be thousands. */
export const TimelineLine = memo(function TimelineLine({ line, trash }: Showing) {
  const words = useWords()
  const said = words.evidence
  const { id, body } = line.row
  const name = pieceName(body)
  const title = name === '' ? said.untitled : name
  const shown = shownSaid(words, body)
  const goals = Object.values(body.goals).filter(Boolean).length
  // A reflection without a title is called by its beginning: that isn't said twice.
  const own = body.title.trim() === '' ? '' : (body.text ?? '')
  const text = line.found ?? (body.note === '' ? own : body.note)
  const uses = [
    line.claims.length > 0 ? said.list.claims({ n: line.claims.length }) : '',
    goals > 0 ? said.list.goals({ n: goals }) : '',
  ].filter(Boolean)
  return (
    <li className={look.line} data-line>
      <time className={look.day} dateTime={body.happenedOn}>
        {words.say.day(body.happenedOn)}
      </time>
      <div>
        <TextLink to={`/evidence/${id}`} className={look.title}>
          {title}
        </TextLink>
        <p className={look.meta}>
          <span className={look.kind}>
            {said.kind[kindOf(body)]}
            {body.file === undefined ? '' : `, ${words.say.size(body.file.sizeBytes)}`}
          </span>
          <span className={look.said}>{text}</span>
        </p>
      </div>
      {trash === undefined ? (
        <div className={look.state}>
          <span className={shown.asks ? asking : ''}>{shown.said}</span>
          <span>{line.here ? uses.join(', ') : said.list.elsewhere}</span>
        </div>
      ) : (
        <TrashState line={line} title={title} acts={trash} />
      )}
    </li>
  )
})
