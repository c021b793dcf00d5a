import { demoCalendar } from '../../content/demo/calendar.ts'
import { demoDistrict, demoPeople, demoUnits } from '../../content/demo/people.ts'
import { demoActivities, demoCheckIns, demoGoals } from '../../content/demo/plan.ts'
import type { DemoPerson } from '../../content/demo/people.ts'
import { competencyIdByCode } from '../../content/framework/competency-ids.ts'
import type { Role } from '../../core/kit/command.ts'
import { DistrictRecord, districtId } from '../../core/person/district.ts'
import { dayOf } from '../../core/turnaround/working-days.ts'
import { madeId } from '../../db/engine/made-id.ts'
import type { House, Own } from '../house.ts'
import { seeded } from './steps.ts'

const dayMs = 86_400_000

type Seeding = Pick<House, 'perform' | 'store' | 'clock'>

/** When the demo began, in the district's own calendar: every date of it is counted from here. */
interface Begun {
  readonly at: number
  readonly timeZone: string
}

/** Whether this is a demo: its people are there. */
export async function seedDemo(house: Seeding): Promise<void> {
  const there = await house.store.seen().get(DistrictRecord, districtId)
  if (there !== undefined) return
  const begun = { at: house.clock(), timeZone: demoCalendar(2000).timeZone }
  for (const { id, ...unit } of demoUnits)
    await seeded(house, 'unit.add', { id, unit }, { key: `district:demo:unit:${id}` })
  for (const { key, ...person } of demoPeople) {
    await seeded(house, 'person.add', { id: key, person }, { key: `district:demo:person:${key}` })
  }
  await seedPlan(house, begun)
  // Last, because it says that all of it is there; before that a start begins again, and again changes nothing.
  const { timeZone, holidays } = demoCalendar(new Date(begun.at).getUTCFullYear())
  const district = { name: demoDistrict.name, timeZone, holidays }
  await seeded(house, 'district.describe', district, { key: 'district:demo:district' })
}

async function seedPlan(house: Seeding, begun: Begun): Promise<void> {
  for (const goal of demoGoals) {
    const own = ownOf(goal.owner, begun, goal.addedDaysAgo)
    const made = {
      layer: goal.layer,
      title: goal.title,
      why: goal.why,
      serves: goal.serves.map(goalId),
      competencies: goal.competencies.map(competencyId),
      ...(goal.dueInDays === undefined ? {} : { due: dayAfter(begun, goal.dueInDays) }),
    }
    await seeded(house, 'goal.add', made, { ...own, key: goalKey(goal.key) })
    const { nowLevel, aimLevel } = goal
    if (nowLevel !== undefined && aimLevel !== undefined) {
      const change = { goal: goalId(goal.key), set: { nowLevel, aimLevel } }
      await seeded(house, 'goal.change', change, { ...own, key: `${goalKey(goal.key)}:levels` })
    }
    if (goal.layer !== 'personal') {
      const key = `${goalKey(goal.key)}:publish`
      // A team's goal is shown to everybody by the district itself; its owner has no right to.
      const as = { person: goal.owner, roles: [...own.as.roles, 'administrator' as const] }
      const publish = { goal: goalId(goal.key), on: true }
      await seeded(house, 'goal.publish', publish, { ...own, as, key })
    }
  }
  for (const [n, { goal, title, dueInDays, doneDaysAgo }] of demoActivities.entries()) {
    const key = `district:demo:activity:${n}`
    const own = ownOf('maya', begun, 30)
    const due = dueInDays === undefined ? {} : { due: dayAfter(begun, dueInDays) }
    await seeded(house, 'activity.add', { goal: goalId(goal), title, ...due }, { ...own, key })
    if (doneDaysAgo === undefined) continue
    const done = {
      activity: madeId(key, 'activity'),
      set: { doneOn: dayAfter(begun, -doneDaysAgo) },
    }
    await seeded(house, 'activity.change', done, {
      ...ownOf('maya', begun, doneDaysAgo),
      key: `${key}:done`,
    })
  }
  for (const [n, { goal, daysAgo, tried, saw, next }] of demoCheckIns.entries()) {
    const input = { goal: goalId(goal), on: dayAfter(begun, -daysAgo), tried, saw, next }
    const key = `district:demo:check-in:${n}`
    await seeded(house, 'plan.check-in', input, { ...ownOf('maya', begun, daysAgo), key })
  }
}

/** In the name of one of the people, so many days ago; as the district's own work it goes to no device's results. */
function ownOf(
  person: DemoPerson['key'],
  begun: Begun,
  daysAgo: number,
): Omit<Own, 'key'> & { readonly as: NonNullable<Own['as']> } {
  const roles: readonly Role[] = demoPeople.find(one => one.key === person)?.roles ?? []
  return { as: { person, roles: [...roles, 'system'] }, doneAt: begun.at - daysAgo * dayMs }
}

const goalKey = (key: string) => `district:demo:goal:${key}`
const goalId = (key: string) => madeId(goalKey(key), 'goal')

function competencyId(code: string): string {
  const id = competencyIdByCode.get(code)
  if (id === undefined) throw new Error(`the framework has no ${code}`)
  return id
}

const dayAfter = ({ at, timeZone }: Begun, days: number): string =>
  dayOf(at + days * dayMs, { timeZone, holidays: [] })
