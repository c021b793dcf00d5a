import { useRef } from 'react'
import * as look from './tabs.css.ts'

interface Tabbing {
  readonly label: string
  readonly tabs: readonly { readonly id: string; readonly label: string }[]
  readonly current: string
  onChoose(id: string): void
  /** The id of the element that the tabs change. */
  readonly panel: string
}

/** Folder tabs in a row; arrows move and choose. While none is open, the first takes the focus. */
export function Tabs({ label, tabs, current, onChoose, panel }: Tabbing) {
  const row = useRef<HTMLDivElement>(null)
  const chosen = tabs.findIndex(tab => tab.id === current)
  const move = (step: number) => {
    const at = Math.max(0, chosen)
    const next = tabs[(at + step + tabs.length) % tabs.length]
    if (next === undefined) return
    onChoose(next.id)
    row.current?.querySelector<HTMLElement>(`[data-tab="${CSS.escape(next.id)}"]`)?.focus()
  }
  return (
    <div className={look.tabs} role="tablist" aria-label={label} ref={row}>
      {tabs.map((tab, at) => (
        <button
          key={tab.id}
          type="button"
          role="tab"
          className={look.tab}
          data-tab={tab.id}
          aria-selected={tab.id === current}
          aria-controls={panel}
          tabIndex={at === Math.max(0, chosen) ? 0 : -1}
          onClick={() => onChoose(tab.id)}
          onKeyDown={event => {
            if (event.key === 'ArrowRight') move(1)
            if (event.key === 'ArrowLeft') move(-1)
          }}
        >
          {tab.label}
        </button>
      ))}
    </div>
  )
}
