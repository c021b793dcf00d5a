import { useEffect } from 'react'
import { paneAfter } from './pane-keys.ts'

/** F8 moves the focus to the next problem (`data-problem`), to its first button; Shift+F8 to the one before. */
export function useProblemKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'F8') return
      event.preventDefault()
      const problems = [...document.querySelectorAll<HTMLElement>('[data-problem]')]
      const holding = problems.find(problem => problem.contains(document.activeElement))
      const next = paneAfter(problems, holding, event.shiftKey)
      const verb = next?.querySelector<HTMLElement>('button, a[href]') ?? next
      verb?.focus()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}
