import { z } from 'zod'
import { badgeMachine, BadgeRecord } from '../badge/record.ts'
import { create } from '../kit/change.ts'
import { command, refuse } from '../kit/command.ts'
import { datedAt } from '../kit/dated-at.ts'
import { idInput } from '../kit/input.ts'
import { each } from '../kit/loads.ts'
import { step } from '../kit/machine.ts'
import { JointActRecord, jointBadgesMax, jointReasonCharsMax } from './record.ts'
import { mayAct } from './rights.ts'

/** Proposes to revoke many badges, with a reason and a counted plan; nothing happens to them until another confirms. */
export const proposeAct = command({
  name: 'act.propose',
  where: 'both',
  input: z.object({
    badges: z.array(idInput).max(jointBadgesMax),
    reason: z.string().max(jointReasonCharsMax),
  }),
  needs: q => q.first(i => ({ badges: each(BadgeRecord, [...new Set(i.badges)]) })),
  right: actor => mayAct(actor),
  decide(s, i, context) {
    const reason = i.reason.trim()
    const [first] = s.badges
    if (first === undefined) return refuse('act_empty', { what: 'revoke' })
    if (reason === '') return refuse('reason_missing', { what: first.body.title })
    const by = context.actor.person
    for (const { body } of s.badges) {
      if (body.owner === by) return refuse('badge_own', { badge: body.title })
      const canBe = step(badgeMachine, body.state, 'revoke') !== undefined
      if (!canBe) return refuse('badge_state', { state: body.state })
    }
    const people = new Set(s.badges.map(({ body }) => body.owner)).size
    return {
      changes: [
        create(JointActRecord, context.id('act'), {
          what: 'revoke',
          badges: s.badges.map(({ id }) => id),
          plan: { badges: s.badges.length, people },
          reason,
          state: 'proposed',
          proposedBy: by,
          proposedAt: datedAt(context, 0),
        }),
      ],
    }
  },
})
