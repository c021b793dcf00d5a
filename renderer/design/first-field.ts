import { useEffect, type RefObject } from 'react'

/**
 * A form that opens takes the focus into its first field. The button that opened it is often gone meanwhile: when the
 * form closes and nobody else has the focus, the first button of its section gets it.
 */
export function useFirstField(form: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = form.current
    const beside = element?.closest('section') ?? element?.parentElement
    element?.querySelector('input')?.focus()
    return () => {
      requestAnimationFrame(() => {
        if (document.activeElement === document.body) beside?.querySelector('button')?.focus()
      })
    }
  }, [form])
}
