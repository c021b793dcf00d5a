import { useEffect, useRef } from 'react'
import { isInPane } from '../design/in-pane.ts'
import { lettersAct } from '../design/single-letters.ts'
import { reviewKey, type ReviewKey } from './review-key.ts'

/** Listens to the keys of a reading while the focus is in one of its two panes, or nowhere. */
export function useReviewKeys(onKey: (key: ReviewKey) => void): void {
  const newest = useRef(onKey)
  newest.current = onKey
  useEffect(() => {
    const onDown = (event: KeyboardEvent) => {
      const { target } = event
      if (event.defaultPrevented || !isInPane(target)) return
      const key = reviewKey({
        key: event.key,
        ctrl: event.ctrlKey || event.metaKey,
        alt: event.altKey,
        isWriting: isWriting(target),
      })
      // What leads out of a field is no letter.
      if (!lettersAct() && key?.does !== 'out') return
      if (key === undefined) return
      event.preventDefault()
      newest.current(key)
    }
    document.addEventListener('keydown', onDown)
    return () => document.removeEventListener('keydown', onDown)
  }, [])
}

function isWriting(target: HTMLElement): boolean {
  if (target.isContentEditable) return true
  if (target instanceof HTMLInputElement)
    return target.type !== 'radio' && target.type !== 'checkbox'
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
}
