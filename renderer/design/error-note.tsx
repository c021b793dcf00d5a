import type { ReactNode } from 'react'
import * as look from './notes.css.ts'

interface Noting {
  readonly said: string
  readonly next: string
  /** A code to copy: "Code disk_full". */
  readonly code?: string | undefined
  readonly kind?: 'error' | 'ask'
  readonly children?: ReactNode
}

/** What went wrong, to which thing, and what next; in place, never as a window. */
export function ErrorNote({ said, next, code, kind, children }: Noting) {
  return (
    <div className={kind === 'ask' ? look.askNote : look.errorNote} role="alert">
      <strong>{said}</strong>
      <span>{next}</span>
      {code === undefined ? null : <code className={look.errorCode}>{code}</code>}
      {children}
    </div>
  )
}
