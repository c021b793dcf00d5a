import { z } from 'zod'
import { ClaimRecord } from '../claim/record.ts'
import { patch } from '../kit/change.ts'
import { command, refuse } from '../kit/command.ts'
import { idInput } from '../kit/input.ts'
import { each, must } from '../kit/loads.ts'
import { step } from '../kit/machine.ts'
import { badgeMachine, BadgeRecord, badgeReasonCharsMax } from './record.ts'
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
    /**
     * Why it is suspended at once: the world was told so, before an older copy of the record came back that knows neither of
     * the badge nor of that. In one step, or a list would be published in between that lifts it.
     */
    suspended: z.string().max(badgeReasonCharsMax).optional(),
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
    const signed = step(badgeMachine, s.badge.body.state, 'sign')
    const state =
      signed === undefined || i.suspended === undefined
        ? signed
        : step(badgeMachine, signed, 'suspend')
    if (state === undefined) return refuse('badge_state', { state: s.badge.body.state })
    const { actor, doneAt } = context
    const suspension =
      i.suspended === undefined ? undefined : { by: actor.person, at: doneAt, reason: i.suspended }
    return {
      changes: [
        patch(s.badge, {
          state,
          credential: i.credential,
          statusIndex: i.statusIndex,
          signedAt: doneAt,
          canBeSuspended: i.canBeSuspended,
          ...(i.validUntil === undefined ? {} : { validUntil: i.validUntil }),
          ...(suspension === undefined ? {} : { suspension }),
        }),
        ...s.replaced.flatMap(old => {
          const state = step(badgeMachine, old.body.state, 'supersede')
          return state === undefined ? [] : [patch(old, { state, supersededAt: doneAt })]
        }),
        ...s.claims.map(claim => patch(claim, { badge: s.badge.id })),
      ],
    }
  },
})
