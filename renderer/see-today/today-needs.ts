import { CancelledError } from '@tanstack/react-query'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { door } from '../door/door.ts'
import { memory, useRows } from '../app/rows.ts'
import { useSession } from '../app/session.tsx'
import { linesAwake, onPutOff, putOff, putOffStored } from './not-today.ts'
import { todayFacts } from './today-facts.ts'
import { todayLead, todayLines } from './today-lines.ts'

/**
 * How many lines of Today need this person, as Today itself says it; `undefined` before it was read. Away from Today it
 * is asked again only when `askedBy` changes (a place, a count): never at each stroke of somebody who writes.
 */
export function useTodayNeeds(askedBy: string): number | undefined {
  const session = useSession()
  const rows = useRows('today', {}, false)
  const reviews = useRows('reviews', {}, false)
  const off = useSyncExternalStore(onPutOff, putOffStored)
  useEffect(() => {
    let isOver = false
    const ask = (name: 'today' | 'reviews'): void =>
      void memory
        .fetchQuery({ queryKey: [name, {}], queryFn: () => door.query(name, {}) })
        .catch((error: unknown) => {
          // A change came while it was read first: nobody else asks for it here. Of all else the screen that shows it tells.
          if (error instanceof CancelledError && !isOver) ask(name)
        })
    const waiting = requestIdleCallback(() => {
      ask('today')
      ask('reviews')
    })
    return () => {
      isOver = true
      cancelIdleCallback(waiting)
    }
  }, [askedBy])
  return useMemo(() => {
    if (rows === undefined) return undefined
    const facts = todayFacts({
      rows,
      readingClaims: reviews?.claims ?? [],
      person: session.person?.id ?? '',
      holding: session.holding,
      calendar: session.calendar,
      nowMs: Date.now(),
    })
    const lines = linesAwake(todayLines(facts), putOff(off, facts.today))
    return todayLead(lines, facts.today).needs
  }, [rows, reviews, session, off])
}
