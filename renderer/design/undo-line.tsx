import * as look from './notes.css.ts'

interface Undoing {
  /** "In Trash." */
  readonly said: string
  /** "Undo". */
  readonly undo: string
  onUndo(): void
}

/** At the foot: what was done last, and the way back, instead of "Are you sure?". */
export function UndoLine({ said, undo, onUndo }: Undoing) {
  return (
    <span className={look.undoLine} role="status">
      {said}
      <button type="button" className={look.undoButton} onClick={() => onUndo()}>
        {undo}
      </button>
    </span>
  )
}
