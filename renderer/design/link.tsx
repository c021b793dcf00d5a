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
}

/** Goes to another screen. */
export function TextLink({ to, children, as, className, label, keys }: Going) {
  const style = as === undefined ? className : button[as]
  return (
    <RouterLink href={to} {...(style === undefined ? {} : { className: style })} aria-label={label}>
      {children}
      {keys === undefined ? null : (
        <kbd className={as === 'primary' ? keyOnPrimary : key} aria-hidden="true">
          {keys}
        </kbd>
      )}
    </RouterLink>
  )
}
