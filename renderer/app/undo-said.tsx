import { useId } from 'react'
import { Button } from '../design/button.tsx'
import { row } from '../design/text.css.ts'
import type { Words } from '../../words/words.ts'
import { tellDoor, tellRefusal } from './act.ts'
import type { UndoNote } from './undo-stack.ts'
import { undos, useUndos } from './undo.ts'
import { useWords } from './words.tsx'

/** What the foot says of the last thing that was done or undone. */
export function undoSaid(words: Words, note: UndoNote): string {
  const { undo } = words
  switch (note.is) {
    case 'done':
      return `${undo.did[note.did]}.`
    case 'undone': {
      const undone = `${undo.undone({ did: undo.did[note.did] })}.`
      return note.isPart === true ? `${undone} ${undo.restStays}` : undone
    }
    case 'taken-back':
      return undo.takenBack
    case 'refused':
      return tellRefusal(words, note.refusal).said
    case 'failed': {
      const { said, next } = tellDoor(words, note.error)
      return `${said} ${next}`
    }
  }
}

/** "In Trash. Undo", until the next action. */
export function UndoSaid() {
  const words = useWords()
  const { note, canRedo } = useUndos()
  const about = useId()
  if (note === undefined) return null
  const said = undoSaid(words, note)
  return (
    <span className={row}>
      <span id={about}>{said}</span>
      {note.is === 'done' ? (
        <Button kind="small" keys="Ctrl Z" describedBy={about} onPress={() => void undos.undo()}>
          {words.frame.undo}
        </Button>
      ) : null}
      {note.is === 'undone' && canRedo ? (
        <Button kind="small" keys="Ctrl Shift Z" onPress={() => void undos.redo()}>
          {words.undo.redo}
        </Button>
      ) : null}
    </span>
  )
}
