import { way } from './back.ts'
import type { InverseOf } from './back.ts'
import { before } from './before.ts'

/** What was added stays in the record, let go: nothing is ever taken out of a plan. */
const addGoal: InverseOf<'goal.add'> = {
  back: (_none, _input, id) =>
    way('goalAdded', {
      name: 'goal.change',
      input: { goal: id('goal'), set: { state: 'dropped' } },
    }),
}

const changeGoal: InverseOf<'goal.change'> = {
  back({ goal }, input) {
    const { layer, due, nowLevel, aimLevel, state } = goal.body
    const set = before(input.set, {
      layer,
      due: due ?? null,
      nowLevel: nowLevel ?? null,
      aimLevel: aimLevel ?? null,
      state,
    })
    if (set === undefined) return undefined
    return way('goalChanged', { name: 'goal.change', input: { goal: goal.id, set } })
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
      input: { activity: id('activity'), set: { dropped: true } },
    }),
}

const changeActivity: InverseOf<'activity.change'> = {
  back({ activity }, input) {
    const { title, due, doneOn, dropped } = activity.body
    const set = before(input.set, {
      title,
      due: due ?? null,
      doneOn: doneOn ?? null,
      dropped: dropped ?? false,
    })
    if (set === undefined) return undefined
    const did =
      input.set.dropped === true
        ? 'activityDropped'
        : typeof input.set.doneOn === 'string'
          ? 'activityDone'
          : 'activityChanged'
    return way(did, { name: 'activity.change', input: { activity: activity.id, set } })
  },
}

export const planInverses = {
  'goal.add': addGoal,
  'goal.change': changeGoal,
  'goal.link': linkGoal,
  'activity.add': addActivity,
  'activity.change': changeActivity,
}
