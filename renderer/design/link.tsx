import type { ReactNode } from 'react'
import { Link as RouterLink } from 'wouter'
import { button } from './button.css.ts'

interface Going {
  readonly to: string
  readonly children: ReactNode
  /** Looks like a button, but goes somewhere. */
  readonly as?: keyof typeof button
  readonly className?: string
  readonly label?: string
}

/** Goes to another screen. */
export function TextLink({ to, children, as, className, label }: Going) {
  const style = as === undefined ? className : button[as]
  return (
    <RouterLink href={to} {...(style === undefined ? {} : { className: style })} aria-label={label}>
      {children}
    </RouterLink>
  )
}
