import { z } from 'zod'
import { ClaimRecord } from '../claim/record.ts'
import { patch } from '../kit/change.ts'
import { command, refuse } from '../kit/command.ts'
import { idInput } from '../kit/input.ts'
import { each, must } from '../kit/loads.ts'
import { step } from '../kit/machine.ts'
import { badgeMachine, BadgeRecord } from './record.ts'
import { maySign } from './rights.ts'

const listOf = (id: string | undefined): readonly string[] => (id === undefined ? [] : [id])

/**
 * Stores what the district signed, byte for byte; now it stands in the place of the one that it replaces. Only the
 * district's own reaction may.
 */
export const signBadge = command({
  name: 'badge.sign',
  where: 'district',
  input: z.object({
    badge: idInput,
    credential: z.string().max(1_000_000),
    statusIndex: z.int().min(0),
    validUntil: z.number().optional(),
    canBeSuspended: z.boolean(),
  }),
  needs: q =>
    q
      .first(i => ({ badge: must(BadgeRecord, i.badge) }))
      .next((_i, s) => ({
        replaced: each(BadgeRecord, listOf(s.badge.body.replaces)),
        claims: each(ClaimRecord, listOf(s.badge.body.replaces && s.badge.body.claim)),
      })),
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
          canBeSuspended: i.canBeSuspended,
          ...(i.validUntil === undefined ? {} : { validUntil: i.validUntil }),
        }),
        ...s.replaced.flatMap(old => {
          const state = step(badgeMachine, old.body.state, 'supersede')
          return state === undefined ? [] : [patch(old, { state, supersededAt: context.doneAt })]
        }),
        ...s.claims.map(claim => patch(claim, { badge: s.badge.id })),
      ],
    }
  },
})
