import { useEffect, useRef } from 'react'

/** Ctrl+Enter (Cmd on a Mac) does the screen's primary action, wherever the focus is. */
export function usePrimaryKey(action: (() => void) | undefined): void {
  const newest = useRef(action)
  newest.current = action
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
      if (newest.current === undefined) return
      event.preventDefault()
      newest.current()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}
