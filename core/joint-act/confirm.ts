import { z } from 'zod'
import { BadgeRecord } from '../badge/record.ts'
import { patch } from '../kit/change.ts'
import { command, refuse } from '../kit/command.ts'
import { datedAt } from '../kit/dated-at.ts'
import { idInput } from '../kit/input.ts'
import { each, must } from '../kit/loads.ts'
import { step } from '../kit/machine.ts'
import { jointActMachine, jointActMs, JointActRecord } from './record.ts'
import { mayAct } from './rights.ts'

/** A second officer says yes; the district carries it out. Of two who confirm at once, one does. */
export const confirmAct = command({
  name: 'act.confirm',
  where: 'both',
  input: z.object({ act: idInput }),
  needs: q =>
    q
      .first(i => ({ act: must(JointActRecord, i.act) }))
      .next((_i, s) => ({ badges: each(BadgeRecord, s.act.body.badges) })),
  right: actor => mayAct(actor),
  decide(s, _i, context) {
    const { state: before, proposedBy, proposedAt, what } = s.act.body
    const state = step(jointActMachine, before, 'confirm')
    if (state === undefined) return refuse('act_state', { state: before })
    const by = context.actor.person
    if (proposedBy === by) return refuse('act_own', { what })
    // By the district's clock: a computer that is slow, or says so, makes no proposal last longer.
    const endsAt = proposedAt + jointActMs
    if (context.now >= endsAt) return refuse('act_ended', { at: endsAt })
    const own = s.badges.find(({ body }) => body.owner === by)
    if (own !== undefined) return refuse('badge_own', { badge: own.body.title })
    return {
      changes: [patch(s.act, { state, decidedBy: by, decidedAt: datedAt(context, proposedAt) })],
    }
  },
})
