import { useEffect, useRef } from 'react'
import { useLocation } from 'wouter'
import { isInPane } from './in-pane.ts'
import { keptInEntry } from './kept-in-entry.ts'

const name = 'from'

/** For a link to a screen that leads back: what it was opened from. */
export const fromHere = () => ({ [name]: location.pathname + location.search })

interface WayBack {
  /** Where it leads. */
  readonly to: string
  go(): void
}

/**
 * The way out of a screen that was opened on the way: back to the very place it was opened from, by link and Escape;
 * `otherwise` where it was opened by its address.
 */
export function useWayBack(otherwise: string): WayBack {
  const [, navigate] = useLocation()
  const from = keptInEntry(name)
  const opener = typeof from === 'string' && from.startsWith('/') ? from : undefined
  const way: WayBack = {
    to: opener ?? otherwise,
    go: () => (opener === undefined ? navigate(otherwise) : history.back()),
  }
  const newest = useRef(way)
  newest.current = way
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { target } = event
      if (event.key !== 'Escape' || event.defaultPrevented) return
      // What floats above, and the sidebar, are no part of the screen.
      if (!isInPane(target)) return
      if (target.isContentEditable || target.matches('input, textarea, select')) return
      event.preventDefault()
      newest.current.go()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  return way
}
