import { pieceName } from '../gather-evidence/piece-name.ts'
import type { Line } from './line.ts'
import type { TodayFacts } from './today-facts.ts'

const dayMs = 86_400_000
/** Activities due within this many days need a person; later ones can wait for their week. */
const soonDays = 7
/** Small things that are offered at once; more would be a heap, not ten minutes. */
const smallThingsMax = 3

/** What the plan asks for: activities that are due, texts with two versions. */
export function planLines(facts: TodayFacts): readonly Line[] {
  return [...twoVersionsLines(facts), ...activityLines(facts)]
}

function twoVersionsLines({ rows, person, today }: TodayFacts): readonly Line[] {
  return rows.goals
    .filter(goal => goal.body.owner === person && Object.keys(goal.body.aside ?? {}).length > 0)
    .map(goal => ({
      key: `versions ${goal.id}`,
      group: 'needs',
      day: today,
      minutes: 1,
      to: `/goals/${goal.id}?at=details`,
      about: { what: 'twoVersions', title: goal.body.title },
    }))
}

function activityLines({ rows, person, today }: TodayFacts): readonly Line[] {
  const soon = new Date(Date.parse(`${today}T00:00:00Z`) + soonDays * dayMs)
    .toISOString()
    .slice(0, 10)
  const open = new Map(
    rows.goals.flatMap(goal =>
      goal.body.owner === person && goal.body.state === 'open' ? [[goal.id, goal.body.title]] : [],
    ),
  )
  return rows.activities.flatMap((activity): Line[] => {
    const { due, doneOn, dropped, title } = activity.body
    const goal = open.get(activity.body.goal)
    if (goal === undefined || due === undefined || doneOn !== undefined || dropped === true)
      return []
    if (due > soon) return []
    return [
      {
        key: `activity ${activity.id}`,
        group: 'needs',
        day: due,
        minutes: undefined,
        to: `/goals/${activity.body.goal}?at=activities`,
        about: { what: 'activity', title, goal },
      },
    ]
  })
}

/** What fits in ten minutes: evidence without a word on who is shown, goals tied to nothing, a first step. */
export function smallLines({ rows, person }: TodayFacts): readonly Line[] {
  const line = { group: 'minutes', day: undefined } as const
  const unsure = rows.unsure.map(piece => ({
    ...line,
    key: `unsure ${piece.id}`,
    minutes: 1,
    to: `/evidence/${piece.id}`,
    about: { what: 'unsure', title: pieceName(piece.body), keptAt: piece.body.addedAt } as const,
  }))
  const mine = rows.goals.filter(
    goal => goal.body.owner === person && goal.body.layer === 'personal',
  )
  const untied = mine
    .filter(
      goal => goal.body.state === 'open' && !Object.values(goal.body.competencies).includes(true),
    )
    .map(goal => ({
      ...line,
      key: `untied ${goal.id}`,
      minutes: 2,
      to: `/goals/${goal.id}?at=competencies`,
      about: { what: 'untied', title: goal.body.title } as const,
    }))
  const firstGoal =
    mine.length > 0
      ? []
      : [
          {
            ...line,
            key: 'first goal',
            minutes: 5,
            to: '/plan?at=new',
            about: { what: 'firstGoal' } as const,
          },
        ]
  const firstClaim =
    rows.claims.length > 0
      ? []
      : [
          {
            ...line,
            key: 'first claim',
            minutes: 9,
            to: '/micro-credentials',
            about: { what: 'firstClaim' } as const,
          },
        ]
  return [...unsure, ...untied, ...firstGoal, ...firstClaim].slice(0, smallThingsMax)
}
