import { useRef, useSyncExternalStore } from 'react'
import { door } from '../door/door.ts'
import { forgetAll } from './rows.ts'
import { undoStack, type UndoState } from './undo-stack.ts'

/** What was done in this window and can be undone. */
export const undos = undoStack({
  step: door.step,
  takeBack: door.undo,
  onChanged: () => void forgetAll(),
})

/** How the window's undo stands. */
export const useUndos = (): UndoState => useSyncExternalStore(undos.subscribe, undos.state)

/** Whether what was last done when this came into sight is still the last thing: then undo means it. */
export function useIsLast(): boolean {
  const { last } = useUndos()
  const then = useRef(last)
  return last !== undefined && last === then.current
}
