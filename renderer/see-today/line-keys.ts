import { useEffect } from 'react'
import { lettersAct } from '../design/single-letters.ts'

interface Keys {
  /** Does the first line's action. */
  onFirst(): void
  /** Puts a line off until tomorrow, by its key. */
  onPutOff(key: string): void
}

/** Up and down go from line to line, Enter does the first one from anywhere quiet, S puts the line in focus off. */
export function useLineKeys({ onFirst, onPutOff }: Keys): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
      const lines = [...document.querySelectorAll<HTMLElement>('[data-line]')]
      const at = lines.findIndex(line => line.contains(document.activeElement))
      const isQuiet = event.target === document.body || isPane(event.target)
      if (at === -1 && !isQuiet) return
      switch (event.key) {
        case 'ArrowDown':
        case 'ArrowUp': {
          event.preventDefault()
          const next = event.key === 'ArrowDown' ? at + 1 : Math.max(0, at - 1)
          lines[Math.min(next, lines.length - 1)]?.querySelector('a')?.focus()
          return
        }
        case 'Enter':
          if (isQuiet) onFirst()
          return
        case 's':
        case 'S': {
          const key = lines[at]?.dataset['line']
          if (key !== undefined && lettersAct()) onPutOff(key)
          return
        }
      }
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  })
}

const isPane = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.matches('#work')
