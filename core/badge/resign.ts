import { z } from 'zod'
import { patch } from '../kit/change.ts'
import { command, refuse } from '../kit/command.ts'
import { idInput } from '../kit/input.ts'
import { must } from '../kit/loads.ts'
import { BadgeRecord } from './record.ts'
import { maySign } from './rights.ts'

/**
 * Stores a badge as the district signed it again, since the key that signed it may be somebody else's too. It stays the
 * same badge of the same person, with what was decided and when; only the district's own work may do it.
 */
export const resignBadge = command({
  name: 'badge.resign',
  where: 'district',
  input: z.object({
    badge: idInput,
    /** What it takes the place of: should that have changed meanwhile, nothing is done. */
    instead: z.string().max(1_000_000),
    credential: z.string().max(1_000_000),
    /** Where its place is in other lists now, of both kinds. */
    statusIndex: z.int().min(0).optional(),
    canBeSuspended: z.boolean().optional(),
  }),
  needs: q => q.first(i => ({ badge: must(BadgeRecord, i.badge) })),
  right: actor => maySign(actor),
  decide(s, i, context) {
    if (s.badge.body.credential !== i.instead)
      return refuse('badge_state', { state: s.badge.body.state })
    return {
      changes: [
        patch(s.badge, {
          credential: i.credential,
          resignedAt: context.doneAt,
          ...(i.statusIndex === undefined
            ? {}
            : { statusIndex: i.statusIndex, canBeSuspended: i.canBeSuspended === true }),
        }),
      ],
    }
  },
})
