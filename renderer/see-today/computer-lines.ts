import { dayOf } from '../../core/turnaround/working-days.ts'
import type { Line } from './line.ts'
import type { TodayFacts } from './today-facts.ts'

const to = '/settings/district'

/** A password that was set on another computer, since the last Friday: its person hears of it, whoever did it. */
export function passwordLines({ rows, calendar, since }: TodayFacts): readonly Line[] {
  const body = rows.passwordSet?.body
  const own = rows.computers.find(computer => computer.isThis)
  if (body === undefined || body.device === own?.device) return []
  const { at, computer } = body
  const day = dayOf(at, calendar)
  if (day < since) return []
  const about = { what: 'passwordSet', at, computer } as const
  return [{ key: `password ${at}`, group: 'since', day, minutes: undefined, to, about }]
}

/**
 * Computers that were let in as this person: whoever did it, they hear of it on the others. One that waits for their yes
 * needs them; one that was added since the last Friday is news.
 */
export function computerLines({
  rows,
  calendar,
  since,
  today,
  nowMs,
}: TodayFacts): readonly Line[] {
  const own = rows.computers.find(computer => computer.isThis)
  if (own === undefined) return []
  return rows.computers.flatMap(({ device, isThis, joinedAt, revokedAt, waitsUntil }): Line[] => {
    if (isThis || revokedAt !== undefined) return []
    const line = { minutes: undefined, to }
    if (waitsUntil !== undefined && waitsUntil > nowMs) {
      const about = { what: 'computerWaits', until: waitsUntil } as const
      return [{ ...line, key: `computer ${device}`, group: 'needs', day: today, about }]
    }
    const day = dayOf(joinedAt, calendar)
    if (joinedAt <= own.joinedAt || day < since) return []
    const about = { what: 'computerAdded', at: joinedAt } as const
    return [{ ...line, key: `computer ${device}`, group: 'since', day, about }]
  })
}
