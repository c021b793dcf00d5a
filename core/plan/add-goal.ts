import { z } from 'zod'
import { create } from '../kit/change.ts'
import { command, refuse } from '../kit/command.ts'
import { idInput } from '../kit/input.ts'
import { each } from '../kit/loads.ts'
import { GoalRecord, goalLayers } from './record.ts'

/** Begins a goal in one of the four layers. The record's id is `id('goal')`. */
export const addGoal = command({
  name: 'goal.add',
  where: 'both',
  input: z.object({
    layer: z.enum(goalLayers),
    title: z.string().max(2_000),
    why: z.string().max(60_000).default(''),
    serves: z.array(idInput).max(20).default([]),
    competencies: z.array(idInput).max(20).default([]),
    due: z.string().optional(),
  }),
  needs: q => q.first(i => ({ above: each(GoalRecord, i.serves) })),
  // A plan is everybody's own: no role is needed for it.
  right: () => true,
  decide(s, i, context) {
    if (i.title.trim() === '') return refuse('bad_input', { where: 'title' })
    const goal = {
      owner: context.actor.person,
      layer: i.layer,
      title: i.title,
      why: i.why,
      competencies: Object.fromEntries(i.competencies.map(id => [id, true])),
      serves: Object.fromEntries(s.above.map(goal => [goal.id, true])),
      state: 'open' as const,
      addedAt: context.doneAt,
      ...(i.due === undefined ? {} : { due: i.due }),
    }
    return { changes: [create(GoalRecord, context.id('goal'), goal)] }
  },
})
