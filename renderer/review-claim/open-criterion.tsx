import { useWords } from '../app/words.tsx'
import { TwoVersions } from '../app/two-versions.tsx'
import { Written } from '../app/written.tsx'
import { Button, Key } from '../design/button.tsx'
import { Ladder } from '../design/ladder.tsx'
import { quiet, small, voiceSmall } from '../design/text.css.ts'
import { door } from '../door/door.ts'
import { Guidance } from './guidance.tsx'
import { levelName, type CriterionRead } from './open-reading.ts'
import * as look from './review.css.ts'
import { PointedList } from './pointed-list.tsx'
import type { RubricProps } from './rubric-props.ts'
import { openCriterionId } from './use-desk-place.ts'
import { commentName } from './use-judging.ts'

interface Opening extends RubricProps {
  readonly read: CriterionRead
}

/** The criterion that is being judged: its levels, the places, what is said to the person. */
export function OpenCriterion(props: Opening) {
  const words = useWords().review
  const { read, reading } = props
  const { criterion, n, stands } = read
  return (
    <section
      id={openCriterionId}
      className={`${look.criterion} ${look.open}`}
      tabIndex={-1}
      aria-labelledby={`${openCriterionId}-title`}
    >
      <p className={`${small} ${quiet}`}>
        {words.criterion({ n, of: reading.criteria.length, part: read.part })}
      </p>
      <h2 id={`${openCriterionId}-title`}>{criterion.text}</h2>
      <Before read={read} />
      {stands ? null : <Judgement {...props} />}
      <Hints {...props} />
      {props.isGuided ? <Guidance micro={reading.micro} read={read} /> : null}
    </section>
  )
}

/** What an earlier attempt found here. */
function Before({ read: { before, criterion, stands } }: { read: CriterionRead }) {
  const words = useWords().review
  if (before === undefined) return null
  const level = levelName(criterion, before.rank)
  return (
    <div className={look.before}>
      <p className={small}>
        {stands
          ? words.standsSince({ n: before.attempt, level })
          : words.before({ n: before.attempt, level })}
      </p>
      {before.comment === '' ? null : <p className={voiceSmall}>{before.comment}</p>}
    </div>
  )
}

function Judgement(props: Opening) {
  const words = useWords().review
  const { read, reading, judging, places } = props
  const { criterion } = read
  const review = reading.review
  const levels = criterion.levels.toSorted((a, b) => a.rank - b.rank)
  const passing = levels.find(level => level.rank === criterion.passRank)?.name ?? ''
  const mine = places.filter(place => place.criterion === criterion.id)
  const hint = `${props.commentId}-hint`
  const aside = review.body.aside?.[criterion.id]
  const stored = review.body.comments[criterion.id] ?? ''
  const save = async (text: string, base: string) => {
    const input = { review: review.id, criterion: criterion.id, text, base }
    const answer = await door.command('review.comment', input)
    return answer.status === 'refused' ? 'refused' : 'kept'
  }
  return (
    <>
      <Ladder
        name={`level-${criterion.id}`}
        label={words.levelsLabel({ text: criterion.text, passing })}
        levels={levels}
        passRank={criterion.passRank}
        passingSaid={words.passing}
        chosen={review.body.levels[criterion.id]}
        onChoose={rank => void judging.rate(criterion.id, rank)}
      />
      <PointedList {...props} mine={mine} />
      {props.isUnpointed ? (
        <p className={small} role="alert">
          {words.pointFirst}
        </p>
      ) : null}
      <div className={look.comment}>
        <p id={hint} className={`${small} ${quiet}`}>
          {words.comment}. {words.commentHint}
        </p>
        {aside === undefined ? null : (
          <TwoVersions
            stored={stored}
            aside={aside}
            onSettle={({ text }) => void save(text, aside.text).then(() => save(text, stored))}
          />
        )}
        <Written
          key={criterion.id}
          id={props.commentId}
          name={commentName(review.id, criterion.id)}
          stored={stored}
          label={words.commentLabel({ text: criterion.text })}
          describedBy={hint}
          kind="lined"
          save={save}
          onTyped={text => props.onTyped(criterion.id, text)}
        />
      </div>
    </>
  )
}

function Hints({ read, isGuided, onPoint, onShowsWho, onGuidance }: Opening) {
  const words = useWords().review
  return (
    <p className={look.keys}>
      {read.stands ? null : (
        <Button kind="small" keys="A" onPress={onPoint}>
          {words.keys.point}
        </Button>
      )}
      <Button kind="small" onPress={onShowsWho}>
        {words.showsWho}
      </Button>
      <Button kind="small" keys="G" pressed={isGuided} onPress={onGuidance}>
        {words.keys.guidance}
      </Button>
      {read.stands ? null : (
        <span>
          {words.keys.comment} <Key>C</Key>
        </span>
      )}
      <span>
        {words.keys.next} <Key>J</Key>
      </span>
      <span>
        {words.keys.evidence} <Key>E</Key>
      </span>
    </p>
  )
}
