import { useEffect, useRef } from 'react'
import { arriveAt } from '../design/arrive.ts'

/** What ends the waiting for a screen: whoever does something is somewhere already. */
const doings = ['keydown', 'pointerdown', 'focusin'] as const

/**
 * Going to another screen puts the focus into its work, so that its keys act and its title is read out first, also
 * where its work stands only once its rows are read; a field that the screen has focused itself keeps it.
 */
export function useWorkFocus(path: string): void {
  const before = useRef(path)
  useEffect(() => {
    if (before.current === path) return undefined
    before.current = path
    if (arrived()) return undefined
    const observer = new MutationObserver(() => {
      if (arrived()) stop()
    })
    const stop = () => {
      observer.disconnect()
      for (const doing of doings) document.removeEventListener(doing, stop, true)
    }
    observer.observe(document.body, { childList: true, subtree: true })
    for (const doing of doings) document.addEventListener(doing, stop, true)
    return stop
  }, [path])
}

/** Puts the focus into the work, unless it is there already; `false`: there is no work yet. */
function arrived(): boolean {
  const work = document.getElementById('work')
  if (work === null) return false
  if (!work.contains(document.activeElement)) arriveAt(work)
  return true
}
