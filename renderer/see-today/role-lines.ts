import { askedUntil } from '../../core/erasure/record.ts'
import { isLive } from '../../core/joint-act/key-change.ts'
import { isOpen, proposalOf } from '../../core/joint-act/record.ts'
import { isWaiting, requestOf } from '../../core/person/role-request.ts'
import type { Asked } from '../../core/second-yes/asked.ts'
import { dayOf } from '../../core/turnaround/working-days.ts'
import type { Line } from './line.ts'
import type { TodayFacts } from './today-facts.ts'

/** What coaches and officers owe others: readings by their dates, the longest wait of the pool, badges to approve, a second yes. */
export function roleLines(facts: TodayFacts): readonly Line[] {
  return [
    ...readingLines(facts),
    ...poolLine(facts),
    ...issueLine(facts),
    ...actLines(facts),
    ...keyLines(facts),
    ...requestLines(facts),
    ...erasureLines(facts),
  ]
}

function readingLines(facts: TodayFacts): readonly Line[] {
  return facts.rows.readings.flatMap((reading): readonly Line[] => {
    const claim = facts.readingClaims.find(claim => claim.id === reading.body.claim)
    // Programs of before left readings open when their claim was withdrawn: nothing is owed there.
    if (claim?.body.state === 'withdrawn') return []
    // A blind reading never says whose work it is.
    const owner = reading.body.blind ? '' : facts.nameOf(reading.body.owner)
    return [
      {
        key: `reading ${reading.id}`,
        group: 'needs',
        day: claim?.body.attempts.at(-1)?.answerBy,
        minutes: undefined,
        to: `/review/${reading.id}`,
        about: { what: 'reading', title: reading.body.title, owner },
      },
    ]
  })
}

function poolLine({ rows }: TodayFacts): readonly Line[] {
  const first = rows.pool
    .map(claim => ({ title: claim.body.title, day: claim.body.attempts.at(-1)?.answerBy }))
    .toSorted((a, b) => (a.day ?? '9').localeCompare(b.day ?? '9'))[0]
  if (first === undefined) return []
  return [
    {
      key: 'pool',
      group: 'needs',
      day: first.day,
      minutes: undefined,
      to: '/review',
      about: { what: 'pool', waiting: rows.pool.length, title: first.title },
    },
  ]
}

function issueLine({ rows, calendar, today }: TodayFacts): readonly Line[] {
  const [first] = rows.toIssue
  if (first === undefined) return []
  const decidedAt = first.body.attempts.at(-1)?.outcome?.decidedAt
  const decidedOn = decidedAt === undefined ? today : dayOf(decidedAt, calendar)
  return [
    {
      key: 'to issue',
      group: 'needs',
      // Nobody was promised a day: it waits since it was earned, so it is for today.
      day: decidedOn > today ? decidedOn : today,
      minutes: undefined,
      to: '/issue',
      about: { what: 'toIssue', waiting: rows.toIssue.length, title: first.body.title },
    },
  ]
}

/** The last day on which a second person can say yes. */
const lastDay = ({ until }: Asked, calendar: TodayFacts['calendar']): string =>
  dayOf(until - 1, calendar)

/** What another officer proposed needs a second one, until it runs out. */
function actLines({ rows, calendar, nowMs, nameOf }: TodayFacts): readonly Line[] {
  return rows.acts
    .filter(({ body }) => isOpen(body, nowMs))
    .map(({ id, body }) => ({
      key: `act ${id}`,
      group: 'needs',
      day: lastDay(proposalOf(body), calendar),
      minutes: undefined,
      to: '/issue',
      about: { what: 'secondOfficer', badges: body.plan.badges, by: nameOf(body.proposedBy) },
    }))
}

/** What was done to the keys by one alone is told for so long (ms). */
const aloneMs = 30 * 86_400_000

/** A change of keys that somebody asked for needs a second yes, until its last day; one done alone is told to all. */
function keyLines({ rows, calendar, nowMs, nameOf }: TodayFacts): readonly Line[] {
  return rows.keyChanges.flatMap(({ id, body }): readonly Line[] => {
    const line = {
      key: `key-change ${id}`,
      group: 'needs',
      minutes: undefined,
      to: '/keys',
    } as const
    const at = body.doneAt ?? body.proposedAt
    if (body.isAlone === true)
      return nowMs < at + aloneMs
        ? [{ ...line, day: undefined, about: { what: 'keyAlone', at, why: body.reason } }]
        : []
    if (!isLive(body, nowMs)) return []
    const day = lastDay(proposalOf(body), calendar)
    const about = { what: 'keyChange', change: body.what, by: nameOf(body.proposedBy) } as const
    return [{ ...line, day, about }]
  })
}

/** A role that another asked for waits for my yes until it runs out; one that was given while there was nobody to ask, for a look. */
function requestLines({ rows, person, calendar, nowMs, nameOf }: TodayFacts): readonly Line[] {
  return rows.roleRequests
    .filter(({ body }) => body.askedBy !== person && body.person !== person)
    .filter(({ body }) => body.state === 'alone' || isWaiting(body, nowMs))
    .map(({ id, body }) => ({
      key: `role-request ${id} ${body.state}`,
      group: 'needs',
      day: body.state === 'alone' ? undefined : lastDay(requestOf(body), calendar),
      minutes: undefined,
      to: '/people/roles',
      about: {
        what: 'roleRequest',
        name: nameOf(body.person),
        by: nameOf(body.askedBy),
        isAlone: body.state === 'alone',
      },
    }))
}

/** A record that another asked to be erased needs a second yes, until its last day. */
function erasureLines({ rows, calendar, nowMs, nameOf }: TodayFacts): readonly Line[] {
  return rows.erasures.flatMap(({ id, body }): readonly Line[] => {
    const until = askedUntil(body)
    if (until === undefined || nowMs >= until) return []
    return [
      {
        key: `erasure ${id}`,
        group: 'needs',
        day: dayOf(until - 1, calendar),
        minutes: undefined,
        to: `/people/${id}/erase`,
        about: { what: 'erasure', name: nameOf(id), by: nameOf(body.askedBy ?? '') },
      },
    ]
  })
}
