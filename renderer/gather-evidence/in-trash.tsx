import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { row } from '../design/text.css.ts'
import * as look from './timeline.css.ts'
import { UndoLine } from './undo-line.tsx'

interface Lying {
  /** Epoch ms. */
  readonly trashedAt: number
  /** How many claims use it. */
  readonly claims: number
  /** Moved on this visit: undoing is offered, not only taking out. */
  readonly isJustMoved: boolean
  onTakeOut(): void
}

/** A piece that lies in the trash says so, and how it comes back. */
export function InTrash({ trashedAt, claims, isJustMoved, onTakeOut }: Lying) {
  const words = useWords()
  const said = words.evidence.trash
  const sentence = [said.since({ atMs: trashedAt }), claims > 0 ? said.used({ claims }) : '']
    .join(' ')
    .trim()
  const line = (
    <div className={`${row} ${look.undo}`}>
      <span>{sentence}</span>
      <Button kind="small" onPress={onTakeOut}>
        {words.evidence.list.takeOut}
      </Button>
    </div>
  )
  return isJustMoved ? <UndoLine said={sentence} otherwise={line} /> : line
}
