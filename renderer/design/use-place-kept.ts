import { useEffect, useLayoutEffect, useRef } from 'react'
import { keepInEntry, keptInEntry } from './kept-in-entry.ts'

/** How far each pane and the window were scrolled (px), and what had the focus. */
interface Place {
  readonly work: number
  readonly margin: number
  readonly window: number
  /** Finds the element again; `undefined` where none had it that could be found. */
  readonly focus: string | undefined
}

const name = 'place'
/** The focus is kept once it rests for so long (ms): a browser takes few writes in a row. */
const restsMs = 300
/** For so long (ms) after coming back, what still arrives is put where it was, unless the person does something. */
const arrivesMs = 3_000
const acts = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const

/**
 * Keeps with the history's entry how far a screen was scrolled and what had the focus: back and reload come to the
 * same place, a new visit begins at the top. `isThere`: whether the screen shows what it is about yet.
 */
export function usePlaceKept(isThere = true): void {
  const hasArrived = useRef(false)
  useLayoutEffect(() => {
    const kept = hasArrived.current ? undefined : placeIn(keptInEntry(name))
    if (kept !== undefined && !isThere) return
    hasArrived.current = true
    if (kept === undefined) return keepFromNow()
    let keeping: (() => void) | undefined
    const arriving = arriveAgain(kept, () => (keeping = keepFromNow()))
    return () => {
      arriving()
      keeping?.()
    }
  }, [isThere])
  useEffect(() => {
    const before = history.scrollRestoration
    // The browser would scroll a page that is not there yet.
    history.scrollRestoration = 'manual'
    return () => void (history.scrollRestoration = before)
  }, [])
}

/** Puts everything back as it comes; `onThere` once it stands or the person goes on. Returns how to stop. */
function arriveAgain(kept: Place, onThere: () => void): () => void {
  const put = () => {
    const { work, margin } = panes()
    if (work !== null) work.scrollTop = kept.work
    if (margin !== null) margin.scrollTop = kept.margin
    window.scrollTo(0, kept.window)
    const { activeElement } = document
    // What the screen has focused itself keeps it.
    const isFree = activeElement === document.body || activeElement === work
    if (!isFree || kept.focus === undefined) return
    document.querySelector<HTMLElement>(kept.focus)?.focus({ preventScroll: true })
  }
  const changes = new MutationObserver(put)
  const stop = () => {
    clearTimeout(timer)
    cancelAnimationFrame(frame)
    changes.disconnect()
    for (const act of acts) document.removeEventListener(act, there, true)
    document.removeEventListener('focusin', onFocus)
  }
  const there = () => {
    stop()
    onThere()
  }
  // A screen reader moves the focus without a key.
  const onFocus = ({ target }: FocusEvent) => {
    const isOurs =
      target === panes().work ||
      (kept.focus !== undefined && target instanceof Element && target.matches(kept.focus))
    if (!isOurs) there()
  }
  const timer = setTimeout(there, arrivesMs)
  document.addEventListener('focusin', onFocus)
  for (const act of acts) document.addEventListener(act, there, true)
  changes.observe(document.body, { childList: true, subtree: true })
  put()
  // Once more after the screen's own effects: an arrival puts the focus into the work.
  const frame = requestAnimationFrame(put)
  return stop
}

/** Writes down where the person is, as it changes and before a press leads away. Returns how to stop. */
function keepFromNow(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const keep = () => {
    clearTimeout(timer)
    const { work, margin } = panes()
    const place: Place = {
      work: work?.scrollTop ?? 0,
      margin: margin?.scrollTop ?? 0,
      window: window.scrollY,
      focus: selectorOf(document.activeElement),
    }
    keepInEntry(name, place)
  }
  const soon = () => {
    clearTimeout(timer)
    timer = setTimeout(keep, restsMs)
  }
  soon()
  document.addEventListener('scrollend', soon, true)
  document.addEventListener('focusin', soon)
  document.addEventListener('click', keep, true)
  return () => {
    clearTimeout(timer)
    document.removeEventListener('scrollend', soon, true)
    document.removeEventListener('focusin', soon)
    document.removeEventListener('click', keep, true)
  }
}

const panes = () => ({
  work: document.getElementById('work'),
  margin: document.getElementById('margin'),
})

/** What finds a row or a link of the screen again; `undefined` for anything else, and outside of the panes. */
function selectorOf(element: Element | null): string | undefined {
  const pane = element?.closest('#work, #margin')
  if (element === null || pane === null || pane === undefined) return undefined
  const row = element.getAttribute('data-row')
  if (row !== null) return `#${pane.id} [data-row="${CSS.escape(row)}"]`
  const href = element.getAttribute('href')
  return href === null ? undefined : `#${pane.id} a[href="${CSS.escape(href)}"]`
}

function placeIn(kept: unknown): Place | undefined {
  if (typeof kept !== 'object' || kept === null) return undefined
  if (!('work' in kept && 'margin' in kept && 'window' in kept)) return undefined
  const { work, margin, window } = kept
  if (typeof work !== 'number' || typeof margin !== 'number' || typeof window !== 'number')
    return undefined
  const focus = 'focus' in kept && typeof kept.focus === 'string' ? kept.focus : undefined
  return { work, margin, window, focus }
}
