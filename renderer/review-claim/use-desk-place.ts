import { useEffect, useRef, useState } from 'react'
import { useSearchParams } from 'wouter'
import { evidenceFor } from './evidence-for.ts'
import type { EvidenceTab } from './evidence-tabs.ts'
import type { MarkedPlace } from './marked-places.ts'
import type { CriterionRead } from './open-reading.ts'

/** The id of the element that holds the open criterion. */
export const openCriterionId = 'open-criterion'

/** Stands in the address for evidence where a criterion has none. */
const noTab = '0'

/**
 * Which criterion and which evidence are open: kept in the address (`?c=2&e=3`), so that going back comes back here. The
 * evidence follows the criterion; the focus stays in its pane.
 */
export function useDeskPlace(
  criteria: readonly CriterionRead[],
  tabs: readonly EvidenceTab[],
  places: readonly MarkedPlace[],
) {
  const [asked, setAsked] = useSearchParams()
  const n = Number(asked.get('c') ?? 0)
  const current = criteria.find(read => read.n === n) ?? criteria.find(read => !read.stands)
  const last = useRef(new Map<string, string>())
  const evidenceOf = (read: CriterionRead | undefined, open: EvidenceTab | undefined) =>
    read === undefined
      ? tabs[0]
      : evidenceFor(read.criterion.id, { tabs, places, open, last: last.current })
  const [first] = useState(() => evidenceOf(current, undefined)?.id)
  const e = asked.get('e')
  const tab =
    e === noTab || (e === null && first === undefined)
      ? undefined
      : ((e === null ? tabs.find(known => known.id === first) : tabs[Number(e) - 1]) ?? tabs[0])
  if (tab !== undefined) last.current.set(tab.part.id, tab.id)
  const set = (values: { readonly c?: number; readonly e: number }) =>
    setAsked(
      before => {
        const next = new URLSearchParams(before)
        for (const [name, value] of Object.entries(values)) next.set(name, String(value))
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
  /** Opens a criterion, and what is to be seen with it. */
  const open = (to: number) => {
    const read = criteria.find(known => known.n === to)
    set({ c: to, e: tabNumber(evidenceOf(read, tab)?.id ?? '') })
  }
  return {
    current,
    tab,
    open,
    step(by: 1 | -1) {
      const judged = criteria.filter(read => !read.stands)
      const here = judged.findIndex(read => read.n === current?.n)
      const next = judged[(here + by + judged.length) % judged.length]
      if (next !== undefined) open(next.n)
    },
    openTab: (id: string) => set({ e: tabNumber(id) }),
    /** The tab after the open one, going round. */
    nextTab: () => tabs[tabNumber(tab?.id ?? '') % Math.max(1, tabs.length)]?.id ?? '',
  }
}
