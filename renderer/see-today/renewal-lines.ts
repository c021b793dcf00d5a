import { renewals } from '../../core/badge/renewal.ts'
import { dayOf } from '../../core/turnaround/working-days.ts'
import type { Line } from './line.ts'
import type { TodayFacts } from './today-facts.ts'

interface Known extends Pick<TodayFacts, 'calendar' | 'nowMs' | 'since'> {
  readonly rows: Pick<TodayFacts['rows'], 'claims' | 'badges'>
}

/**
 * My badges that end: what ends soon needs me until a new claim is begun; what ended is news for some days, and nothing
 * after that, since nobody has to renew. One that was revoked is told as news of the badge.
 */
export function renewalLines({ rows, calendar, nowMs, since }: Known): readonly Line[] {
  const { claims, badges } = rows
  return renewals(claims, badges, nowMs).flatMap((renewal): readonly Line[] => {
    const { badge: id, why, at, begun } = renewal
    const badge = badges.find(one => one.id === id)
    if (badge === undefined || begun !== undefined || why === 'revoked') return []
    const day = dayOf(at, calendar)
    if (why === 'ended' && day < since) return []
    const { title } = badge.body
    const line = { key: `renew ${id}`, day, minutes: undefined, to: `/badges/${id}` }
    return why === 'ending'
      ? [{ ...line, group: 'needs', about: { what: 'badgeEnding', title, at } }]
      : [{ ...line, group: 'since', about: { what: 'badgeEnded', title, at } }]
  })
}
