import { useLocation } from 'wouter'
import { judge } from '../../core/review/judge.ts'
import { GoesIn, useGoing } from '../app/goes-in.tsx'
import { PointedAt } from '../app/pointed-at.tsx'
import { useWords } from '../app/words.tsx'
import { Screen } from '../design/frame.tsx'
import { TextLink } from '../design/link.tsx'
import { usePrimaryKey } from '../design/primary-key.ts'
import { asking, good, lead, quiet, small, voiceSmall } from '../design/text.css.ts'
import { standingCriteria } from '../../core/claim/open-parts.ts'
import { levelName, type Reading } from './open-reading.ts'
import { claimCode } from './queue.ts'
import * as look from './review.css.ts'
import { minutesOf } from './usual-minutes.ts'

/** A finished reading: what was decided, why, and what happens next. */
export function Decided({ reading }: { reading: Reading }) {
  const words = useWords()
  const said = words.review.decided
  const review = reading.review.body
  const going = useGoing('review.finish', reading.review.id)
  const [, go] = useLocation()
  usePrimaryKey(() => go('/review'))
  const criteria = reading.criteria.map(read => read.criterion)
  const found = judge(review, criteria, standingBefore(reading))
  const decision = review.decision ?? found.decision
  const open = reading.micro.parts
    .filter(part => part.criteria.some(c => found.criteria[c.id]?.met === false))
    .map(part => part.title)
  return (
    <Screen
      title={`${words.review.code({ code: claimCode(reading.claim.id) })}, ${review.title}`}
      actions={
        <TextLink to="/review" as="primary" keys="Ctrl Enter">
          {words.review.back}
        </TextLink>
      }
    >
      <div className={look.decided}>
        <h2 className={lead}>
          <strong className={decision === 'earned' ? good : asking}>{said[decision]}.</strong>{' '}
          {decision === 'earned' ? said.earnedLead : said.notYetLead({ open })}
        </h2>
        <p className={`${small} ${quiet}`}>
          {said.when({
            at: review.finishedAt ?? review.takenAt,
            minutes: minutesOf(review.activeMs),
          })}{' '}
          {going !== undefined
            ? null
            : reading.review.sight === 'record'
              ? said.frozen
              : said.waits}
        </p>
        {going === undefined ? null : <GoesIn going={going} />}
        <p>
          <TextLink to={`/claims/${reading.claim.id}?attempt=${reading.attempt.n}`}>
            {words.claims.read.open}
          </TextLink>
        </p>
        <ol>
          {reading.criteria.map(read => (
            <FoundCriterion
              key={read.criterion.id}
              reading={reading}
              text={read.criterion.text}
              finding={found.criteria[read.criterion.id]}
              level={levelName(read.criterion, review.levels[read.criterion.id])}
            />
          ))}
        </ol>
      </div>
    </Screen>
  )
}

interface Found {
  readonly reading: Reading
  readonly text: string
  readonly level: string
  readonly finding: ReturnType<typeof judge>['criteria'][string] | undefined
}

function FoundCriterion({ reading, text, level, finding }: Found) {
  const words = useWords()
  const said = words.review.decided
  return (
    <li className={look.found}>
      <h3>{text}</h3>
      {finding === undefined ? (
        <p className={`${small} ${quiet}`}>{words.review.stands}</p>
      ) : (
        <>
          <p className={small}>
            <strong className={finding.met ? good : asking}>
              {finding.met ? said.met : said.notMet}
            </strong>
            , {level}
          </p>
          {finding.comment === '' ? null : <p className={voiceSmall}>{finding.comment}</p>}
          <PointedAt anchors={finding.anchors} micro={reading.micro} attempt={reading.attempt} />
        </>
      )}
    </li>
  )
}

/** What stood before this attempt: the decision that came of it is not its own reason. */
const standingBefore = ({ claim, attempt }: Reading) =>
  standingCriteria({ attempts: claim.body.attempts.filter(tried => tried.n < attempt.n) })
