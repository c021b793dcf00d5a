import { promiseFor } from '../../core/claim/promise.ts'
import type { MicroCredential } from '../../core/micro-credential/record.ts'
import { useSession } from '../app/session.tsx'
import { useWords } from '../app/words.tsx'
import * as look from './catalogue.css.ts'

/** What it takes, what it counts for, when the answer comes, how often one may try: instead of a picture. */
export function ValueLine({ micro }: { micro: MicroCredential }) {
  const words = useWords().catalogue
  const { calendar } = useSession()
  const promise = promiseFor(micro, Date.now(), calendar)
  const days = micro.turnaround.precheckWorkingDays + micro.turnaround.scoreWorkingDays
  const { p25, p75 } = micro.estimatedHours
  return (
    <dl className={look.values}>
      <div>
        <dt className={look.term}>{words.takes}</dt>
        <dd className={look.fact}>
          {words.hours({ low: p25, high: p75 })}. {words.hoursBasis}
        </dd>
      </div>
      <div>
        <dt className={look.term}>{words.counts}</dt>
        <dd className={look.fact}>
          {micro.credit.length === 0
            ? words.countsUnknown
            : micro.credit.map(credit => credit.note).join(' ')}
        </dd>
      </div>
      <div>
        <dt className={look.term}>{words.answerBy}</dt>
        <dd className={look.fact}>{words.answer({ day: promise.answerBy, days })}</dd>
      </div>
      <div>
        <dt className={look.term}>{words.help}</dt>
        <dd className={look.fact}>
          {words.attempts({ most: micro.attempts.most, support: micro.attempts.supportAfter })}
        </dd>
      </div>
    </dl>
  )
}
