import { quiet } from '../design/text.css.ts'
import { useSync } from './live.tsx'
import { useWords } from './words.tsx'

/** That the district's records are still on their way here, so that half of them are not taken for all; nothing once they are. */
export function ArrivingNote() {
  const said = useWords().saving
  const { arriving } = useSync()
  if (arriving === undefined) return null
  return (
    <p className={quiet}>
      {said.arriving(arriving)}. {said.arrivingNote}
    </p>
  )
}
