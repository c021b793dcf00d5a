import { useMemo, useRef, useState } from 'react'
import { useRows } from '../app/rows.ts'
import { useSession } from '../app/session.tsx'
import { undos } from '../app/undo.ts'
import type { Line } from './line.ts'
import { linesAwake, readPutOff, writePutOff } from './not-today.ts'
import { todayFacts, type TodayFacts } from './today-facts.ts'
import { todayLead, todayLines } from './today-lines.ts'

interface Today {
  readonly facts: TodayFacts
  readonly lines: readonly Line[]
  readonly lead: ReturnType<typeof todayLead>
  /** How many lines were put off until tomorrow. */
  readonly off: number
  putOff(key: string): void
  putOn(key: string): void
  bringBack(): void
}

/** Today's lines for whoever is here, or `undefined` while they are read. */
export function useToday(): Today | undefined {
  const session = useSession()
  const rows = useRows('today', {})
  const reviews = useRows('reviews', {})
  const facts = useMemo(
    () =>
      rows === undefined
        ? undefined
        : todayFacts({
            rows,
            readingClaims: reviews?.claims ?? [],
            person: session.person?.id ?? '',
            holding: session.holding,
            calendar: session.calendar,
            nowMs: Date.now(),
          }),
    [rows, reviews, session],
  )
  const [written, setWritten] = useState(0)
  // What was put off may be undone long after this was drawn.
  const newest = useRef<Today>(undefined)
  const today = useMemo((): Today | undefined => {
    if (facts === undefined) return undefined
    const off = readPutOff(facts.today)
    const all = todayLines(facts)
    const lines = linesAwake(all, off)
    const write = (keys: readonly string[]) => {
      writePutOff(facts.today, keys)
      setWritten(written + 1)
    }
    return {
      facts,
      lines,
      lead: todayLead(lines, facts.today),
      off: all.length - lines.length,
      putOff(key: string) {
        write([...off, key])
        undos.doneHere('putOff', () => newest.current?.putOn(key))
      },
      putOn: (key: string) => write(readPutOff(facts.today).filter(one => one !== key)),
      bringBack: () => write([]),
    }
  }, [facts, written])
  newest.current = today
  return today
}
