import { useEffect, useRef } from 'react'
import { useLocation } from 'wouter'

/** Ctrl+K opens find-or-do, Ctrl+Shift+E adds evidence, from anywhere. */
export function usePlaceKeys(onFind: () => void): void {
  const [, go] = useLocation()
  const find = useRef(onFind)
  find.current = onFind
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey)) return
      const letter = event.key.toLowerCase()
      if (letter === 'k' && !event.shiftKey) {
        event.preventDefault()
        find.current()
      }
      if (letter === 'e' && event.shiftKey) {
        event.preventDefault()
        go('/add')
      }
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [go])
}
