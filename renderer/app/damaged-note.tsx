import { ErrorNote } from '../design/error-note.tsx'
import { useSession } from './session.tsx'
import { useWords } from './words.tsx'

/** That the records are damaged, which copy is shown, and how to go on with it; nothing where they are whole. */
export function DamagedNote() {
  const said = useWords().settings.device
  const { readOnly } = useSession()
  if (readOnly === undefined) return null
  return (
    <ErrorNote said={said.readOnly(readOnly)} next={said.readOnlyNext({ copy: readOnly.copy })} />
  )
}
