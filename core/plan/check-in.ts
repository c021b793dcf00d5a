import { z } from 'zod'
import { create } from '../kit/change.ts'
import { command, refuse } from '../kit/command.ts'
import { dayInput, idInput } from '../kit/input.ts'
import { must } from '../kit/loads.ts'
import { CheckInRecord, GoalRecord } from './record.ts'
import { mayChangePlan } from './rights.ts'

/** Notes what was tried, what was seen and what is next. */
export const checkIn = command({
  name: 'plan.check-in',
  where: 'both',
  input: z.object({
    goal: idInput,
    on: dayInput,
    tried: z.string().max(10_000),
    saw: z.string().max(10_000),
    next: z.string().max(10_000),
  }),
  needs: q => q.first(i => ({ goal: must(GoalRecord, i.goal) })),
  right: (actor, s) => mayChangePlan(actor, s.goal),
  decide(s, i, context) {
    if (`${i.tried}${i.saw}${i.next}`.trim() === '') return refuse('bad_input', { where: 'tried' })
    const body = {
      owner: context.actor.person,
      goal: s.goal.id,
      on: i.on,
      tried: i.tried,
      saw: i.saw,
      next: i.next,
      addedAt: context.doneAt,
    }
    return { changes: [create(CheckInRecord, context.id('check-in'), body)] }
  },
})
