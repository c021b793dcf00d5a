import { useWords } from '../app/words.tsx'
import { TextLink } from '../design/link.tsx'
import { quiet, small } from '../design/text.css.ts'
import { CheckInForm } from '../make-plan/check-in-form.tsx'
import { goalToOpen } from '../make-plan/goal-to-open.ts'
import { lastComment } from './last-comment.ts'
import type { TodayFacts } from './today-facts.ts'
import * as look from './today.css.ts'

/** Beside Today: a check-in that takes a minute, and what a coach said last. */
export function TodayMargin({ facts }: { facts: TodayFacts }) {
  const words = useWords()
  const { rows, person, nameOf } = facts
  const goal = goalToOpen(rows.goals, rows.checkIns, person)
  const comment = lastComment(rows.claims)
  return (
    <>
      <section>
        <h2>{words.plan.checkIn.title}</h2>
        {goal === undefined ? (
          <p className={`${small} ${quiet}`}>
            {words.plan.checkIn.noGoal}{' '}
            <TextLink to="/plan">{words.today.line.firstGoal.action}</TextLink>
          </p>
        ) : (
          <>
            <p className={`${small} ${quiet}`}>
              <TextLink to={`/goals/${goal.id}`}>{goal.body.title}</TextLink>
            </p>
            <CheckInForm key={goal.id} goal={goal.id} />
          </>
        )}
      </section>
      {comment === undefined ? null : (
        <section className={look.comment}>
          <h2>
            {words.today.comment.title({
              reader: nameOf(comment.reader),
              at: comment.decidedAt,
            })}
          </h2>
          <blockquote className={look.quote}>{comment.text}</blockquote>
          <TextLink to={`/claims/${comment.claim}`} className={small}>
            {words.today.comment.open({ title: comment.title })}
          </TextLink>
        </section>
      )}
    </>
  )
}
