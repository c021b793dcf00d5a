import { activityFields } from '../plan/change-activity.ts'
import { goalFields } from '../plan/change-goal.ts'
import { way } from './back.ts'
import type { InverseOf } from './back.ts'
import { before } from './before.ts'

/** What was added stays in the record, let go: nothing is ever taken out of a plan. */
const addGoal: InverseOf<'goal.add'> = {
  back: (_none, _input, id) =>
    way('goalAdded', {
      name: 'goal.change',
      input: { goal: id('goal'), set: { state: 'dropped' }, expects: { state: 'open' } },
    }),
}

const changeGoal: InverseOf<'goal.change'> = {
  back({ goal }, input) {
    const was = before(input, goalFields(goal.body))
    if (was === undefined) return undefined
    const { set, expects, isPart } = was
    const step = { name: 'goal.change', input: { goal: goal.id, set, expects } } as const
    return way('goalChanged', step, isPart)
  },
}

const linkGoal: InverseOf<'goal.link'> = {
  back({ goal }, { to, id, on }) {
    if ((goal.body[to][id] === true) === on) return undefined
    const input = { goal: goal.id, to, id, on: !on }
    return way(on ? 'linked' : 'unlinked', { name: 'goal.link', input })
  },
}

const addActivity: InverseOf<'activity.add'> = {
  back: (_before, _input, id) =>
    way('activityAdded', {
      name: 'activity.change',
      input: {
        activity: id('activity'),
        set: { dropped: true },
        expects: { dropped: false },
      },
    }),
}

const changeActivity: InverseOf<'activity.change'> = {
  back({ activity }, input) {
    const was = before(input, activityFields(activity.body))
    if (was === undefined) return undefined
    const { set, expects, isPart } = was
    const did =
      input.set.dropped === true
        ? 'activityDropped'
        : typeof input.set.doneOn === 'string'
          ? 'activityDone'
          : 'activityChanged'
    const step = {
      name: 'activity.change',
      input: { activity: activity.id, set, expects },
    } as const
    return way(did, step, isPart)
  },
}

export const planInverses = {
  'goal.add': addGoal,
  'goal.change': changeGoal,
  'goal.link': linkGoal,
  'activity.add': addActivity,
  'activity.change': changeActivity,
}
