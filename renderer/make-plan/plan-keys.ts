import { useEffect, useRef } from 'react'
import { isInPane } from '../design/in-pane.ts'
import { lettersAct } from '../design/single-letters.ts'

/** Single letters of a screen: they act only while the focus is in its panes and nothing is being written. */
export function usePaneLetters(letters: Readonly<Record<string, () => void>>): void {
  const newest = useRef(letters)
  newest.current = letters
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
      if (!lettersAct() || !acts(event.target)) return
      const act = newest.current[event.key.toLowerCase()]
      if (act === undefined) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}

/** In a field a letter is only a letter. */
const acts = (target: EventTarget | null): boolean =>
  isInPane(target) && !target.isContentEditable && !target.matches('input, textarea, select')
