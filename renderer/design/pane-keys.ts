import { useEffect } from 'react'

/** The pane after the one that holds the focus, going round; the first when none does. */
export function paneAfter<P>(
  panes: readonly P[],
  holding: P | undefined,
  back: boolean,
): P | undefined {
  if (panes.length === 0) return undefined
  const at = holding === undefined ? -1 : panes.indexOf(holding)
  if (at === -1) return back ? panes.at(-1) : panes[0]
  return panes[(at + (back ? panes.length - 1 : 1)) % panes.length]
}

/** F6 moves the focus to the next pane (`data-pane`), Shift+F6 to the one before. */
export function usePaneKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'F6') return
      event.preventDefault()
      const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter(pane =>
        pane.checkVisibility(),
      )
      const holding = panes.find(pane => pane.contains(document.activeElement))
      paneAfter(panes, holding, event.shiftKey)?.focus()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}
