import { useEffect, useRef, type RefObject } from 'react'

const stops = 'a[href], button, input, select, textarea, summary, [contenteditable], [tabindex="0"]'

/**
 * For a pane that scrolls: while it holds more than it shows and nothing in it takes the focus, Tab stops at the pane
 * itself, so that arrows can scroll it. Otherwise Tab goes on to what is inside.
 */
export function usePaneStop<E extends HTMLElement>(): RefObject<E | null> {
  const pane = useRef<E>(null)
  useEffect(() => {
    const element = pane.current
    if (element === null) return
    let frame = 0
    const look = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => {
        const scrolls = element.scrollHeight > element.clientHeight
        element.tabIndex = scrolls && element.querySelector(stops) === null ? 0 : -1
      })
    }
    const size = new ResizeObserver(look)
    const content = new MutationObserver(look)
    size.observe(element)
    content.observe(element, { childList: true, subtree: true })
    return () => {
      cancelAnimationFrame(frame)
      size.disconnect()
      content.disconnect()
    }
  }, [])
  return pane
}
