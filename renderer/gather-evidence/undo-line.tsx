import { useEffect, useRef } from 'react'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { row } from '../design/text.css.ts'
import * as look from './timeline.css.ts'

interface Undoing {
  readonly said: string
  onUndo(): void
}

/** What was just done, and the way back; Ctrl+Z does it too, outside of a text. */
export function UndoLine({ said, onUndo }: Undoing) {
  const words = useWords()
  const newest = useRef(onUndo)
  newest.current = onUndo
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key === 'z'
      if (!isUndo || isWriting(document.activeElement)) return
      event.preventDefault()
      newest.current()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  return (
    <div className={`${row} ${look.undo}`} role="status">
      <span>{said}</span>
      <Button kind="small" keys="Ctrl Z" onPress={onUndo}>
        {words.frame.undo}
      </Button>
    </div>
  )
}

const isWriting = (element: Element | null): boolean =>
  element instanceof HTMLElement &&
  (element.isContentEditable ||
    element.matches('input:not([type=checkbox], [type=radio]), textarea'))
