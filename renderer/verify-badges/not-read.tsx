import type { RowWhole } from '../../contract/device/verifying.ts'
import { fetchSaid } from '../../words/fetch-said.ts'
import { useWords } from '../app/words.tsx'
import { codeSaid } from './mark-said.ts'
import * as look from './why.css.ts'

/** Whether there is anything with four answers in it: a badge, or another credential. */
export const isRead = ({ verified }: RowWhole): boolean =>
  verified !== undefined && verified.kind !== 'none'

/** Why something could not be read as anything, in a sentence: four unknown answers would tell nothing. */
export function NotRead({ whole }: { whole: RowWhole }) {
  const words = useWords()
  const { verified, notFetched } = whole
  if (verified === undefined || isRead(whole)) return null
  const { code, facts } = verified.marks.signature
  return (
    <p className={look.notRead}>
      {notFetched === undefined
        ? codeSaid(words, code, facts)
        : fetchSaid(words.verify.fetch, notFetched).said}
    </p>
  )
}
