import { useRows } from '../app/rows.ts'
import { useWords } from '../app/words.tsx'
import { ErrorNote } from '../design/error-note.tsx'

/** Says so where the district's record of one's claim is not what was sent from here; nothing where it is. */
export function SinceSent({ claim }: { claim: string }) {
  const words = useWords().claims.sinceSent
  const since = useRows('claim.since-sent', { claim })?.since ?? 'same'
  if (since === 'same') return null
  const { said, next } = words[since]
  return <ErrorNote said={said} next={next} />
}
