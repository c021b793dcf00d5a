import { useTell } from '../app/act.ts'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import { quiet, small, voiceSmall } from '../design/text.css.ts'
import { HiddenList } from './hidden-list.tsx'
import { LeftList } from './left-list.tsx'
import type { MarkedPlace } from './marked-places.ts'
import { OpenCriterion } from './open-criterion.tsx'
import { levelName, type CriterionRead, type Reading } from './open-reading.ts'
import { placeSaid } from '../app/place-said.ts'
import * as look from './review.css.ts'
import type { RubricProps } from './rubric-props.ts'

/** The judgement: every criterion in its order, one of them open. No totals. */
export function Rubric(props: RubricProps) {
  const words = useWords().review
  const { reading, open, places, judging } = props
  const { note } = reading.attempt
  const tell = useTell()
  const fault = reading.fault === undefined ? undefined : tell(reading.fault)
  return (
    <>
      {fault === undefined ? null : (
        <div className={look.noteAll}>
          <ErrorNote said={fault.said} next={fault.next} />
        </div>
      )}
      {judging.told === undefined ? null : (
        <div className={look.noteAll}>
          <ErrorNote {...judging.told} />
        </div>
      )}
      {reading.hiddenCount === 0 ? null : (
        <div className={look.noteAll}>
          <ErrorNote
            kind="ask"
            said={words.hidden.fromYou({ n: reading.hiddenCount })}
            next={words.hidden.fromYouNext}
          />
        </div>
      )}
      <LeftList left={props.left} onGo={props.onOpen} />
      {note.trim() === '' ? null : (
        <div className={look.noteAll}>
          <h2>{words.changed}</h2>
          <p className={voiceSmall}>{note}</p>
        </div>
      )}
      {reading.criteria.map(read =>
        read === open ? (
          <OpenCriterion key={read.criterion.id} read={read} {...props} />
        ) : (
          <Folded
            key={read.criterion.id}
            read={read}
            reading={reading}
            places={places}
            onOpen={() => props.onOpen(read.n)}
          />
        ),
      )}
      <HiddenList
        mine={Object.entries(reading.claim.body.masks ?? {}).filter(
          ([, mask]) => mask.by === reading.review.body.reader,
        )}
        reading={props.reading}
        onShowAgain={mark => void judging.showAgain(mark)}
      />
      <div className={look.under}>
        <p className={`${small} ${quiet}`}>{words.unseen}</p>
        <Button kind="bare" onPress={props.onMinutes}>
          {props.minutesHidden ? words.show : words.hide}
        </Button>
        <Button kind="bare" onPress={props.onGiveBack}>
          {words.know}
        </Button>
        <p className={`${small} ${quiet}`}>{words.knowWhy}</p>
      </div>
    </>
  )
}

interface Folding {
  readonly read: CriterionRead
  readonly reading: Reading
  readonly places: readonly MarkedPlace[]
  onOpen(): void
}

function Folded({ read, reading, places, onOpen }: Folding) {
  const words = useWords()
  const { criterion, n, stands } = read
  const name = levelName(criterion, reading.review.body.levels[criterion.id])
  const first = places.find(place => place.criterion === criterion.id)
  const level = stands
    ? words.review.stands
    : [
        name === '' ? words.review.noLevel : name,
        ...(first === undefined ? [] : [placeSaid(words, first.anchor)]),
      ].join(', ')
  return (
    <section className={look.criterion}>
      <button type="button" className={look.folded} aria-expanded="false" onClick={onOpen}>
        <span className={look.number}>{n}</span>
        <span>{criterion.text}</span>
        <span className={look.level}>{level}</span>
      </button>
    </section>
  )
}
