import { useEffect, useRef } from 'react'
import { useLocation } from 'wouter'

interface Doing {
  /** The places of the sidebar, in its order. */
  readonly places: readonly string[]
  onFind(): void
  onKeys(): void
  onSidebar(): void
}

/**
 * The keys that act anywhere: Ctrl+K finds, Ctrl+Shift+E adds evidence, Ctrl+B hides the sidebar, F1 lists all keys, and
 * Ctrl or Alt with a digit goes to a place: a browser keeps Ctrl and a digit for its own tabs.
 */
export function usePlaceKeys(doing: Doing): void {
  const [, go] = useLocation()
  const newest = useRef(doing)
  newest.current = doing
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const act = actOf(event, newest.current, go)
      if (act === undefined) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [go])
}

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/** What a key does here, or `undefined`. AltGr comes as Ctrl and Alt together: it writes, and does nothing else. */
export function actOf(
  pressed: Pressed,
  doing: Doing,
  go: (path: string) => void,
): (() => void) | undefined {
  const { altKey, shiftKey } = pressed
  const isCtrl = pressed.ctrlKey || pressed.metaKey
  if (pressed.key === 'F1' && !isCtrl && !altKey) return () => doing.onKeys()
  const digit = /^Digit([1-9])$/.exec(pressed.code)?.[1]
  const place = digit === undefined ? undefined : doing.places[Number(digit) - 1]
  if (place !== undefined && isCtrl !== altKey && !shiftKey) return () => go(place)
  if (!isCtrl || altKey) return undefined
  const letter = pressed.key.toLowerCase()
  if (letter === 'k' && !shiftKey) return () => doing.onFind()
  if (letter === 'b' && !shiftKey) return () => doing.onSidebar()
  if (letter === 'e' && shiftKey) return () => go('/add')
  return undefined
}
