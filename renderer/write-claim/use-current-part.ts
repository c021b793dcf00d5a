import { useEffect, useState } from 'react'

/** The part that stands at the top of the view, for the outline. */
export function useCurrentPart(parts: readonly string[]): string {
  const [current, setCurrent] = useState(parts[0] ?? '')
  const names = parts.join(' ')
  useEffect(() => {
    const sections = document.querySelectorAll<HTMLElement>('[data-part], #your-word')
    const inView = new Map<string, number>()
    const watch = new IntersectionObserver(entries => {
      for (const entry of entries) {
        const name =
          entry.target instanceof HTMLElement ? (entry.target.dataset['part'] ?? 'your-word') : ''
        inView.set(name, entry.isIntersecting ? entry.boundingClientRect.top : Infinity)
      }
      const [first] = [...inView].filter(([, top]) => top < Infinity).sort(([, a], [, b]) => a - b)
      if (first !== undefined) setCurrent(first[0])
    })
    for (const section of sections) watch.observe(section)
    return () => watch.disconnect()
  }, [names])
  return current
}
