import { useEffect } from 'react'

/** Arrows go from line to line (`data-line`), and from the words that are looked for down to the first. */
export function useLineKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
      const from = document.activeElement
      if (step === undefined || event.ctrlKey || event.altKey || from === null) return
      const lines = [...document.querySelectorAll<HTMLElement>('[data-line]')]
      const at = lines.findIndex(line => line.contains(from))
      const isSearching = from instanceof HTMLInputElement && from.type === 'search'
      if (at === -1 && !(isSearching && step === 1)) return
      const next = lines[at + step]?.querySelector<HTMLElement>('a')
      if (next === null || next === undefined) return
      event.preventDefault()
      next.focus()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}
