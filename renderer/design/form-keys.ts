import { useEffect, useRef, type RefObject } from 'react'

interface Keys {
  /** Ctrl+Enter (Cmd on a Mac) inside the form; the screen's own primary action then stays out of it. */
  submit(): void
  /** Escape. */
  cancel?(): void
}

/** Keys of a form within a screen: they act while the focus is inside it, before the screen's own. */
export function useFormKeys(form: RefObject<HTMLElement | null>, keys: Keys): void {
  const newest = useRef(keys)
  newest.current = keys
  useEffect(() => {
    const element = form.current
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') newest.current.cancel?.()
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      event.stopPropagation()
      if (!event.repeat) newest.current.submit()
    }
    element?.addEventListener('keydown', onKey)
    return () => element?.removeEventListener('keydown', onKey)
  }, [form])
}
