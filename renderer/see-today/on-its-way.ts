import type { Badge } from '../../core/badge/record.ts'
import type { Claim } from '../../core/claim/record.ts'
import { dayOf, workingDaysBetween } from '../../core/turnaround/working-days.ts'
import type { Row } from '../../contract/device/row.ts'
import type { About, Line, Station } from './line.ts'
import type { TodayFacts } from './today-facts.ts'

type Waits = Extract<About, { what: 'onItsWay' }>['waits']

/** A claim that is with somebody else: who holds it, by when, and how far it got. */
export function onItsWay(row: Row<Claim>, badge: Row<Badge> | undefined, facts: TodayFacts): Line {
  const waits = waitsFor(row, badge)
  const promised = promisedDay(row.body, waits)
  const late = promised === undefined || waits === 'network' ? 0 : lateDays(promised, facts)
  return {
    key: `claim ${row.id}`,
    group: 'away',
    day: promised,
    minutes: undefined,
    to: `/claims/${row.id}`,
    about: {
      what: 'onItsWay',
      title: row.body.title,
      waits,
      promised,
      lateDays: late,
      stations:
        waits === 'office' || waits === 'signing'
          ? badgeStations(row.body, badge, facts)
          : claimStations(row.body, waits, facts),
    },
  }
}

function waitsFor(row: Row<Claim>, badge: Row<Badge> | undefined): Waits {
  if (row.body.state === 'earned') return badge === undefined ? 'office' : 'signing'
  // Not in the record yet: nobody but this computer knows that it was sent.
  if (row.body.state === 'submitted') return row.sight === 'record' ? 'check' : 'network'
  return row.body.readers.length === 0 ? 'coach' : 'reader'
}

function promisedDay(claim: Claim, waits: Waits): string | undefined {
  const attempt = claim.attempts.at(-1)
  if (waits === 'office' || waits === 'signing' || waits === 'network') return undefined
  return waits === 'check' ? attempt?.precheckBy : attempt?.answerBy
}

const lateDays = (promised: string, facts: TodayFacts) =>
  Math.max(0, workingDaysBetween(promised, facts.today, facts.calendar))

function claimStations(claim: Claim, waits: Waits, facts: TodayFacts): readonly Station[] {
  const attempt = claim.attempts.at(-1)
  const at = { network: 0, check: 1, coach: 2, reader: 2, office: 3, signing: 3 }[waits]
  const place = (n: number): Station['at'] => (n < at ? 'done' : n === at ? 'here' : 'ahead')
  const sentOn = attempt === undefined ? undefined : dayOf(attempt.submittedAt, facts.calendar)
  const reader = claim.readers[0]
  return [
    {
      stop: 'sent',
      at: place(0),
      day: waits === 'network' ? undefined : sentOn,
      holder: undefined,
    },
    {
      stop: 'checked',
      at: place(1),
      day: at <= 1 ? attempt?.precheckBy : undefined,
      holder: undefined,
    },
    {
      stop: 'reading',
      at: place(2),
      day: undefined,
      holder: reader === undefined ? undefined : facts.nameOf(reader),
    },
    { stop: 'answer', at: place(3), day: attempt?.answerBy, holder: undefined },
  ]
}

function badgeStations(
  claim: Claim,
  badge: Row<Badge> | undefined,
  facts: TodayFacts,
): readonly Station[] {
  const decidedAt = claim.attempts.at(-1)?.outcome?.decidedAt
  const earnedOn = decidedAt === undefined ? undefined : dayOf(decidedAt, facts.calendar)
  const approvedOn = badge === undefined ? undefined : dayOf(badge.body.approvedAt, facts.calendar)
  return [
    { stop: 'earned', at: 'done', day: earnedOn, holder: undefined },
    {
      stop: 'approved',
      at: badge === undefined ? 'here' : 'done',
      day: approvedOn,
      holder: undefined,
    },
    {
      stop: 'badge',
      at: badge === undefined ? 'ahead' : 'here',
      day: undefined,
      holder: undefined,
    },
  ]
}
