import { useEffect, useRef } from 'react'
import { isInPane } from '../design/in-pane.ts'
import { lettersAct } from '../design/single-letters.ts'

interface Doing {
  settle(): void
  again(): void
}

/** Where the arrows and J, K lead: the rows, and what brings more of them. */
const stops = '#ledger [data-row], #ledger [data-stop]'

/**
 * J and K or the arrows go from row to row, N to the next that needs a look, S settles, R checks again, Escape leaves the
 * margin for the row; only while the focus is in a pane, and never in a field.
 */
export function useLedgerKeys(doing: Doing): void {
  const newest = useRef(doing)
  newest.current = doing
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { target } = event
      if (event.ctrlKey || event.metaKey || event.altKey) return
      if (!isInPane(target)) return
      if (target.isContentEditable || target.matches('input, textarea, select')) return
      const isArrow = event.key.startsWith('Arrow')
      if (event.key.length === 1 && !lettersAct()) return
      // Outside of the list arrows scroll, as they do everywhere.
      if (isArrow && target.closest('#ledger') === null) return
      const does = keys.get(event.key.toLowerCase())
      if (does === undefined || (event.key === 'Escape' && target.closest('#margin') === null))
        return
      does(newest.current)
      event.preventDefault()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}

const keys: ReadonlyMap<string, (doing: Doing) => void> = new Map([
  ['j', () => step(1)],
  ['arrowdown', () => step(1)],
  ['k', () => step(-1)],
  ['arrowup', () => step(-1)],
  ['n', nextToLookAt],
  ['escape', focusSeenRow],
  ['s', (doing: Doing) => doing.settle()],
  ['r', (doing: Doing) => doing.again()],
])

const all = () => [...document.querySelectorAll<HTMLElement>(stops)]
const seenRow = () => document.querySelector<HTMLElement>('#ledger [data-row][aria-pressed=true]')

/** Puts the focus on the row that is seen, else on the first one. */
export function focusSeenRow(): void {
  focus(seenRow() ?? all()[0] ?? null)
}

/** So many frames at most the ledger is waited for: a sheet that goes keeps the focus from all under it for a moment. */
const framesMax = 60

/** The same once the sheet above is gone. */
export function focusSeenRowSoon(frames = framesMax): void {
  requestAnimationFrame(() => {
    const isAbove = document.querySelector('[role=dialog]') !== null
    if (!isAbove) focusSeenRow()
    const isThere = document.activeElement?.closest('#ledger') !== null
    if (frames > 0 && (isAbove || !isThere)) focusSeenRowSoon(frames - 1)
  })
}

/** Where one is: at the stop that has the focus, else at the row that is seen. */
function here(): number {
  const { activeElement } = document
  const at = all().findIndex(stop => stop === activeElement)
  return at === -1 ? all().findIndex(stop => stop === seenRow()) : at
}

function step(by: 1 | -1): void {
  const list = all()
  focus(list[Math.max(0, Math.min(list.length - 1, here() + by))] ?? null)
}

function nextToLookAt(): void {
  const list = all()
  const from = here()
  const onward = [...list.slice(from + 1), ...list.slice(0, from + 1)]
  focus(onward.find(stop => stop.dataset['look'] !== undefined) ?? null)
}

function focus(stop: HTMLElement | null): void {
  stop?.focus({ preventScroll: true })
  // Its whole line, clear of the heads above it.
  stop?.closest('tr')?.scrollIntoView({ block: 'nearest' })
}
