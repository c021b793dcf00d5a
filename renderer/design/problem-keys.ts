import { useEffect } from 'react'
import { paneAfter } from './pane-keys.ts'

/**
 * F8 moves the focus to the next problem (`data-problem`), to its first button; Shift+F8 to the one before. Ctrl+. does
 * what mends the one that holds the focus, else the first one.
 */
export function useProblemKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isFix = event.key === '.' && (event.ctrlKey || event.metaKey) && !event.altKey
      if (event.key !== 'F8' && !isFix) return
      event.preventDefault()
      const problems = [...document.querySelectorAll<HTMLElement>('[data-problem]')]
      const holding = problems.find(problem => problem.contains(document.activeElement))
      if (isFix) {
        verbOf(holding ?? problems[0])?.click()
        return
      }
      const next = paneAfter(problems, holding, event.shiftKey)
      const verb = verbOf(next) ?? next
      verb?.focus()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}

const verbOf = (problem: HTMLElement | undefined) =>
  problem?.querySelector<HTMLElement>('button, a[href]')
