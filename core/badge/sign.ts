import { z } from 'zod'
import { patch } from '../kit/change.ts'
import { command, refuse } from '../kit/command.ts'
import { idInput } from '../kit/input.ts'
import { must } from '../kit/loads.ts'
import { step } from '../kit/machine.ts'
import { badgeMachine, BadgeRecord } from './record.ts'
import { maySign } from './rights.ts'

/** Stores what the district signed, byte for byte. Only the district's own reaction may. */
export const signBadge = command({
  name: 'badge.sign',
  where: 'district',
  input: z.object({
    badge: idInput,
    credential: z.string().max(1_000_000),
    statusIndex: z.int().min(0),
    validUntil: z.number().optional(),
  }),
  needs: q => q.first(i => ({ badge: must(BadgeRecord, i.badge) })),
  right: actor => maySign(actor),
  decide(s, i, context) {
    const state = step(badgeMachine, s.badge.body.state, 'sign')
    if (state === undefined) return refuse('badge_state', { state: s.badge.body.state })
    return {
      changes: [
        patch(s.badge, {
          state,
          credential: i.credential,
          statusIndex: i.statusIndex,
          signedAt: context.doneAt,
          ...(i.validUntil === undefined ? {} : { validUntil: i.validUntil }),
        }),
      ],
    }
  },
})
