import { useEffect, useRef } from 'react'
import { useWords } from '../app/words.tsx'
import { Screen } from '../design/frame.tsx'
import { TextLink } from '../design/link.tsx'

/** What is left of a piece that was deleted for good: that it was. */
export function DeletedPiece({ atMs }: { readonly atMs: number }) {
  const said = useWords().evidence.trash
  const line = useRef<HTMLParagraphElement>(null)
  // Who has just deleted it stood on a button that is gone.
  useEffect(() => {
    if (document.activeElement === document.body) line.current?.focus()
  }, [])
  return (
    <Screen
      title={said.goneTitle}
      actions={<TextLink to="/evidence?trash=1">{said.backToTrash}</TextLink>}
    >
      <p ref={line} tabIndex={-1} role="status">
        {said.gone({ atMs })}
      </p>
    </Screen>
  )
}
