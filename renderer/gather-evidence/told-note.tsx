import type { Told } from '../app/act.ts'
import { useWords } from '../app/words.tsx'
import { ErrorNote } from '../design/error-note.tsx'

/** Why something was not done, in place; nothing where it was. */
export function ToldNote({ told }: { readonly told: Told | undefined }) {
  const words = useWords()
  if (told === undefined) return null
  return (
    <ErrorNote said={told.said} next={told.next} code={words.frame.code({ code: told.code })} />
  )
}
