import type { RowWhole } from '../../contract/device/verifying.ts'
import { fetchSaid } from '../../words/fetch-said.ts'
import type { Words } from '../../words/words.ts'
import { useWords } from '../app/words.tsx'
import { TextLink } from '../design/link.tsx'
import { fromHere } from '../design/way-back.ts'
import { stepOf, type Step } from './what-to-do.ts'
import * as look from './why.css.ts'

/** What to do about what decided where a badge stands; nothing where all holds, or nothing can be done. */
export function NextStep({ whole }: { whole: RowWhole }) {
  const words = useWords()
  const step = stepFor(whole)
  const said = step === undefined ? otherwise(words, whole) : words.verify.many.step[step]
  if (said === '') return null
  return (
    <section className={look.nextStep}>
      <h3>{words.verify.many.next}</h3>
      <p>{said}</p>
      {step === 'vouch' ? (
        <p>
          <TextLink to="/verify/trust" state={fromHere()}>
            {words.verify.lists.title}
          </TextLink>
        </p>
      ) : null}
    </section>
  )
}

/** The step for what decided; `undefined` where there is none, or it is not told by a code. */
function stepFor({ verified, row, notFetched, asksNetwork }: RowWhole): Step | undefined {
  if (verified === undefined || notFetched !== undefined) return undefined
  if (row.standing === 'holds' || row.standing === 'apart') return undefined
  // What isn't a badge explains itself by the first answer, which reads it.
  const mark = row.standing === 'unread' ? 'signature' : row.mark
  const deciding = verified.checks.find(check => check.needed && check.outcome !== 'pass')
  const step = stepOf(mark === undefined ? deciding?.code : verified.marks[mark].code)
  // The network was asked, and does not know either.
  return step === 'known' && asksNetwork ? 'later' : step
}

function otherwise(words: Words, { row, notFetched }: RowWhole): string {
  if (row.standing === 'apart') return words.verify.many.apartWhy
  return notFetched === undefined ? '' : fetchSaid(words.verify.fetch, notFetched).next
}
