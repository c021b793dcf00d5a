import { useEffect, useState } from 'react'

/** A part is being read when it crosses this line of the window: a third below its top. */
const readingLine = '-33% 0px -66% 0px'

/** The part that is being written or read, for the outline: the last that took the focus or came to where one reads. */
export function useCurrentPart(parts: readonly string[]): string {
  const [current, setCurrent] = useState(parts[0] ?? '')
  const names = parts.join(' ')
  useEffect(() => {
    const sections = document.querySelectorAll<HTMLElement>('[data-part], #your-word')
    const show = (section: Element | null) => {
      if (section instanceof HTMLElement) setCurrent(section.dataset['part'] ?? 'your-word')
    }
    const watch = new IntersectionObserver(
      entries => show(entries.find(entry => entry.isIntersecting)?.target ?? null),
      { rootMargin: readingLine },
    )
    for (const section of sections) watch.observe(section)
    const onFocus = ({ target }: FocusEvent) => {
      if (target instanceof Element) show(target.closest('[data-part], #your-word'))
    }
    document.addEventListener('focusin', onFocus)
    return () => {
      watch.disconnect()
      document.removeEventListener('focusin', onFocus)
    }
  }, [names])
  return current
}
