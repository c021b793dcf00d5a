import { useEffect, useRef } from 'react'

interface Doing {
  next(): void
  again(): void
}

/** N goes to the next that needs a look, R checks the one in sight again; only while the focus is in a pane. */
export function useVerifyKeys(doing: Doing): void {
  const newest = useRef(doing)
  newest.current = doing
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { target } = event
      if (event.ctrlKey || event.metaKey || event.altKey) return
      if (!(target instanceof HTMLElement) || target.closest('#work, #margin') === null) return
      if (target.isContentEditable || target.matches('input, textarea, select')) return
      const key = event.key.toLowerCase()
      if (key === 'n') newest.current.next()
      if (key === 'r') newest.current.again()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}
