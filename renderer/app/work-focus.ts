import { useEffect, useRef } from 'react'
import { arriveAt } from '../design/arrive.ts'

/**
 * Going to another screen puts the focus into its work, so that its keys act and its title is read out first; a field
 * that the screen has focused itself keeps it.
 */
export function useWorkFocus(path: string): void {
  const before = useRef(path)
  useEffect(() => {
    if (before.current === path) return
    before.current = path
    const work = document.getElementById('work')
    if (work === null || work.contains(document.activeElement)) return
    arriveAt(work)
  }, [path])
}
