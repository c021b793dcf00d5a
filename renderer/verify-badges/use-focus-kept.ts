import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react'

/**
 * Keeps the focus in the ledger when the row that held it goes elsewhere, as after another check: it then stands on the
 * row that is seen, else on the first one.
 */
export function useFocusKept(): RefObject<HTMLTableElement | null> {
  const table = useRef<HTMLTableElement>(null)
  const hadFocus = useRef(false)
  useEffect(() => {
    const onFocus = (event: FocusEvent) => {
      hadFocus.current =
        event.target instanceof Node && table.current?.contains(event.target) === true
    }
    const onPress = () => {
      // A press on nothing takes the focus away on purpose.
      hadFocus.current = false
    }
    document.addEventListener('focusin', onFocus)
    document.addEventListener('pointerdown', onPress)
    return () => {
      document.removeEventListener('focusin', onFocus)
      document.removeEventListener('pointerdown', onPress)
    }
  }, [])
  // After every change of the list, whatever it was.
  useLayoutEffect(() => {
    const element = table.current
    if (element === null) return
    const keep = () => {
      if (!hadFocus.current || document.activeElement !== document.body) return
      const rows = element.querySelectorAll<HTMLElement>('[data-row]')
      const seen = [...rows].find(row => row.getAttribute('aria-pressed') === 'true')
      const next = seen ?? rows[0] ?? document.getElementById('work')
      next?.focus({ preventScroll: true })
    }
    const changes = new MutationObserver(keep)
    changes.observe(element, { childList: true, subtree: true })
    return () => {
      changes.disconnect()
      // The list itself goes, as while all of it is checked again.
      if (hadFocus.current) document.getElementById('work')?.focus({ preventScroll: true })
    }
  }, [])
  return table
}
