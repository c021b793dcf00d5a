import { useEffect, useRef } from 'react'
import { useSearchParams } from 'wouter'
import type { EvidenceTab } from './evidence-tabs.ts'
import type { CriterionRead } from './open-reading.ts'

/** The id of the element that holds the open criterion. */
export const openCriterionId = 'open-criterion'

/** Which criterion and which evidence are open: kept in the address (`?c=2&e=3`), so that going back comes back here. */
export function useDeskPlace(criteria: readonly CriterionRead[], tabs: readonly EvidenceTab[]) {
  const [asked, setAsked] = useSearchParams()
  const n = Number(asked.get('c') ?? 0)
  const current = criteria.find(read => read.n === n) ?? criteria.find(read => !read.stands)
  const tab = tabs[Number(asked.get('e') ?? 1) - 1] ?? tabs[0]
  const set = (name: 'c' | 'e', value: number) =>
    setAsked(
      before => {
        const next = new URLSearchParams(before)
        next.set(name, String(value))
        return next
      },
      { replace: true },
    )

  // The focus follows the criterion that was opened, except where the reader is in the evidence.
  const shown = useRef(current?.n)
  useEffect(() => {
    if (shown.current === current?.n) return
    shown.current = current?.n
    const evidence = document.getElementById('work')
    if (evidence?.contains(document.activeElement) === true) return
    document.getElementById(openCriterionId)?.focus()
  }, [current?.n])

  const tabNumber = (id: string) => tabs.findIndex(known => known.id === id) + 1
  return {
    current,
    tab,
    open: (to: number) => set('c', to),
    step(by: 1 | -1) {
      const judged = criteria.filter(read => !read.stands)
      const here = judged.findIndex(read => read.n === current?.n)
      const next = judged[(here + by + judged.length) % judged.length]
      if (next !== undefined) set('c', next.n)
    },
    openTab: (id: string) => set('e', tabNumber(id)),
    /** The tab after the open one, going round. */
    nextTab: () => tabs[tabNumber(tab?.id ?? '') % Math.max(1, tabs.length)]?.id ?? '',
  }
}
