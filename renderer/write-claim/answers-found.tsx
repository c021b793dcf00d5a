import type { Attempt } from '../../core/claim/record.ts'
import type { MicroCredential } from '../../core/micro-credential/record.ts'
import { asking, good, quiet, small, voiceSmall } from '../design/text.css.ts'
import { PointedAt } from '../app/pointed-at.tsx'
import { useWords } from '../app/words.tsx'
import * as look from './claim.css.ts'

interface Finding {
  readonly attempt: Attempt
  readonly micro: MicroCredential
  nameOf(person: string): string
}

/** What the coach found, criterion by criterion: the level, the reason, the place. */
export function AnswersFound({ attempt, micro, nameOf }: Finding) {
  const words = useWords()
  const { outcome } = attempt
  if (outcome === undefined) return null
  // What is not met yet comes first: it is what one came to read.
  const isMet = (criterion: string) => Number(outcome.criteria[criterion]?.met ?? false)
  const criteria = micro.parts
    .flatMap(part => part.criteria)
    .toSorted((a, b) => isMet(a.id) - isMet(b.id))
  return (
    <section>
      <h2 className={look.tally}>{words.claims.answerTitle}</h2>
      <p className={`${small} ${quiet}`}>
        {words.claims.answerBy({
          reader: nameOf(outcome.reader),
          day: words.say.dayAt(outcome.decidedAt),
        })}
      </p>
      {criteria.map(criterion => {
        const found = outcome.criteria[criterion.id]
        if (found === undefined) return null
        const level = criterion.levels.find(known => known.rank === found.rank)?.name ?? ''
        return (
          <div key={criterion.id} className={look.finding}>
            <strong className={found.met ? good : asking}>
              {found.met ? words.claims.metCriterion : words.claims.notMetCriterion}
            </strong>
            <p className={small}>{words.claims.criterion({ level, text: criterion.text })}</p>
            {found.comment === '' ? null : <p className={voiceSmall}>{found.comment}</p>}
            <PointedAt anchors={found.anchors} micro={micro} attempt={attempt} />
          </div>
        )
      })}
    </section>
  )
}
