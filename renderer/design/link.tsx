import type { ReactNode } from 'react'
import { Link as RouterLink } from 'wouter'
import { button, key, keyOnPrimary } from './button.css.ts'

interface Going {
  readonly to: string
  readonly children: ReactNode
  /** Looks like a button, but goes somewhere. */
  readonly as?: keyof typeof button
  readonly className?: string
  readonly label?: string
  /** The key that does the same, shown on the button. */
  readonly keys?: string
  /** Kept with the history's entry that it leads to. */
  readonly state?: object
  /** Goes another way there, as back in the history; the address stays for another tab. */
  onGo?(): void
}

/** Goes to another screen. */
export function TextLink(props: Going) {
  const { to, children, as, className, label, keys, state, onGo } = props
  const style = as === undefined ? className : button[as]
  return (
    <RouterLink
      href={to}
      {...(style === undefined ? {} : { className: style })}
      {...(state === undefined ? {} : { state })}
      aria-label={label}
      onClick={event => {
        if (onGo === undefined) return
        event.preventDefault()
        onGo()
      }}
    >
      {children}
      {keys === undefined ? null : (
        <kbd className={as === 'primary' ? keyOnPrimary : key} aria-hidden="true">
          {keys}
        </kbd>
      )}
    </RouterLink>
  )
}
