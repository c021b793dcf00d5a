import { useEffect } from 'react'
import { undos } from './undo.ts'

/** Ctrl+Z undoes the last command, Ctrl+Shift+Z does it again; in a text both are the text's own. */
export function useUndoKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return
      if (event.key.toLowerCase() !== 'z' || isWriting(document.activeElement)) return
      event.preventDefault()
      void (event.shiftKey ? undos.redo() : undos.undo())
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}

const isWriting = (element: Element | null): boolean =>
  element instanceof HTMLElement &&
  (element.isContentEditable ||
    element.matches('input:not([type=checkbox], [type=radio]), textarea'))
