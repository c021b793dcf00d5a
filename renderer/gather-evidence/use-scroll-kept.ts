import { useEffect, useLayoutEffect } from 'react'

/**
 * Keeps how far a screen was scrolled with its entry in the history: back and reload come to the same place, a new
 * visit begins at the top.
 */
export function useScrollKept(): void {
  useLayoutEffect(() => {
    const work = document.getElementById('work')
    const kept = keptScroll(history.state)
    if (work !== null && kept !== undefined) work.scrollTop = kept
  }, [])
  useEffect(() => {
    const work = document.getElementById('work')
    if (work === null) return
    const keep = () => history.replaceState({ scroll: work.scrollTop }, '')
    work.addEventListener('scrollend', keep)
    return () => work.removeEventListener('scrollend', keep)
  }, [])
}

function keptScroll(state: unknown): number | undefined {
  if (typeof state !== 'object' || state === null || !('scroll' in state)) return undefined
  return typeof state.scroll === 'number' ? state.scroll : undefined
}
