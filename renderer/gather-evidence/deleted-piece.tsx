import { useEffect, useRef } from 'react'
import { useWords } from '../app/words.tsx'
import { Screen } from '../design/frame.tsx'
import { TextLink } from '../design/link.tsx'

interface Deleted {
  readonly atMs: number
  /** The district has not said so yet: until then its file lies here. */
  readonly isWaiting: boolean
}

/** What is left of a piece that was deleted for good: that it was. */
export function DeletedPiece({ atMs, isWaiting }: Deleted) {
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
        {isWaiting ? said.goneHere({ atMs }) : said.gone({ atMs })}
      </p>
    </Screen>
  )
}
