import type { ReactNode } from 'react'
import { button, key, keyOnPrimary } from './button.css.ts'

interface Pressing {
  readonly children: ReactNode
  onPress(): void
  /** `primary` once a screen. */
  readonly kind?: keyof typeof button
  /** The key that does the same, shown on the button. */
  readonly keys?: string | undefined
  /** Work is under way: pressing again does nothing, the button stays. */
  readonly busy?: boolean
  readonly label?: string | undefined
  readonly describedBy?: string | undefined
  readonly pressed?: boolean
}

/** A verb to press. Never disabled: it says why not when pressed. */
export function Button(props: Pressing) {
  const kind = props.kind ?? 'plain'
  return (
    <button
      type="button"
      className={button[kind]}
      aria-busy={props.busy === true}
      aria-label={props.label}
      aria-describedby={props.describedBy}
      aria-pressed={props.pressed}
      onClick={() => {
        if (props.busy !== true) props.onPress()
      }}
    >
      {props.children}
      {props.keys === undefined ? null : (
        <kbd className={kind === 'primary' ? keyOnPrimary : key} aria-hidden="true">
          {props.keys}
        </kbd>
      )}
    </button>
  )
}

/** A key, named in a hint. */
export const Key = ({ children }: { children: string }) => <kbd className={key}>{children}</kbd>
