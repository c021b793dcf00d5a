import { jointActMs } from '../../core/joint-act/record.ts'
import { dayOf } from '../../core/turnaround/working-days.ts'
import type { Line } from './line.ts'
import type { TodayFacts } from './today-facts.ts'

/** What coaches and officers owe others: readings by their dates, the longest wait of the pool, badges to approve, a second yes. */
export function roleLines(facts: TodayFacts): readonly Line[] {
  return [...readingLines(facts), ...poolLine(facts), ...issueLine(facts), ...actLines(facts)]
}

function readingLines(facts: TodayFacts): readonly Line[] {
  return facts.rows.readings.map(reading => {
    const claim = facts.readingClaims.find(claim => claim.id === reading.body.claim)
    return {
      key: `reading ${reading.id}`,
      group: 'needs',
      day: claim?.body.attempts.at(-1)?.answerBy,
      minutes: undefined,
      to: `/review/${reading.id}`,
      about: {
        what: 'reading',
        title: reading.body.title,
        // A blind reading never says whose work it is.
        owner: reading.body.blind ? '' : facts.nameOf(reading.body.owner),
      },
    }
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

/** What another officer proposed needs a second one, until its last day. */
function actLines({ rows, calendar, today, nameOf }: TodayFacts): readonly Line[] {
  return rows.acts
    .map(({ id, body }) => ({ id, body, day: dayOf(body.proposedAt + jointActMs - 1, calendar) }))
    .filter(({ day }) => day >= today)
    .map(({ id, body, day }) => ({
      key: `act ${id}`,
      group: 'needs',
      day,
      minutes: undefined,
      to: '/issue',
      about: { what: 'secondOfficer', badges: body.plan.badges, by: nameOf(body.proposedBy) },
    }))
}
