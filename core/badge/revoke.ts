import { z } from 'zod'
import { command, refuse } from '../kit/command.ts'
import { idInput } from '../kit/input.ts'
import { each, may, must } from '../kit/loads.ts'
import { BadgeRecord, badgeReasonCharsMax } from './record.ts'
import { revoked } from './revoked.ts'
import {
  revocationsLeft,
  revokedAlone,
  revokedAloneMax,
  revokingPaceId,
  RevokingPaceRecord,
} from './revoking-pace.ts'
import { mayRevoke } from './rights.ts'

/**
 * Revokes a badge for ever, with a reason that its holder and whoever opens its page may read. So many an hour one
 * officer does alone; more are an act of two.
 */
export const revokeBadge = command({
  name: 'badge.revoke',
  where: 'both',
  input: z.object({ badge: idInput, reason: z.string().max(badgeReasonCharsMax) }),
  needs: q =>
    q
      .first(i => ({
        badge: must(BadgeRecord, i.badge),
        pace: may(RevokingPaceRecord, revokingPaceId),
      }))
      .next((_i, { badge: { body } }) => ({
        replaced: each(BadgeRecord, body.replaces === undefined ? [] : [body.replaces]),
      })),
  right: (actor, s) => mayRevoke(actor, s.badge),
  decide(s, i, context) {
    const by = context.actor.person
    const reason = i.reason.trim()
    const decision = revoked(s, { by, reason }, context)
    if (!('changes' in decision)) return decision
    if (reason === '') return refuse('reason_missing', { what: s.badge.body.title })
    if (revocationsLeft(s.pace?.body, by, context.now) === 0)
      return refuse('revocations_hour', { most: revokedAloneMax })
    return { changes: [...decision.changes, revokedAlone(s.pace, by, context.now)] }
  },
})
