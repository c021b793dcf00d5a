import type { RowWhole } from '../../contract/device/verifying.ts'
import { fetchSaid } from '../../words/fetch-said.ts'
import type { Words } from '../../words/words.ts'
import { useWords } from '../app/words.tsx'
import { whatToDo } from './what-to-do.ts'
import * as look from './why.css.ts'

/** What to do about what decided where a badge stands; nothing where all holds, or nothing can be done. */
export function NextStep({ whole }: { whole: RowWhole }) {
  const words = useWords()
  const step = stepSaid(words, whole)
  if (step === '') return null
  return (
    <section className={look.nextStep}>
      <h3>{words.verify.many.next}</h3>
      <p>{step}</p>
    </section>
  )
}

function stepSaid(words: Words, { verified, row, notFetched }: RowWhole): string {
  const { many } = words.verify
  if (verified === undefined || row.standing === 'holds') return ''
  if (row.standing === 'apart') return many.apartWhy
  if (notFetched !== undefined) return fetchSaid(words.verify.fetch, notFetched).next
  // What isn't a badge explains itself by the first answer, which reads it.
  const mark = row.standing === 'unread' ? 'signature' : row.mark
  if (mark !== undefined) return whatToDo(words, verified.marks[mark].code)
  const deciding = verified.checks.find(check => check.needed && check.outcome !== 'pass')
  return whatToDo(words, deciding?.code)
}
