import { useEffect } from 'react'

/** F8 moves the focus to the next problem's first button, Shift+F8 to the one before. */
export function useProblemKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'F8') return
      event.preventDefault()
      const problems = [...document.querySelectorAll<HTMLElement>('[data-problem]')]
      const at = problems.findIndex(problem => problem.contains(document.activeElement))
      const step = event.shiftKey ? problems.length - 1 : 1
      const next = at === -1 ? problems[0] : problems[(at + step) % problems.length]
      next?.querySelector<HTMLElement>('button, a')?.focus()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}
