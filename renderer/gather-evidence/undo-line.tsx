import type { ReactNode } from 'react'
import { undos, useIsLast } from '../app/undo.ts'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { row } from '../design/text.css.ts'
import * as look from './timeline.css.ts'

interface Undoing {
  readonly said: string
  /** Once something else was done, or this was undone. */
  readonly otherwise?: ReactNode
}

/** What was just done, and the way back; it is what Ctrl+Z undoes. */
export function UndoLine({ said, otherwise = null }: Undoing) {
  const words = useWords()
  const isLast = useIsLast()
  if (!isLast) return otherwise
  return (
    <div className={`${row} ${look.undo}`} role="status">
      <span>{said}</span>
      <Button kind="small" keys="Ctrl Z" onPress={() => void undos.undo()}>
        {words.frame.undo}
      </Button>
    </div>
  )
}
