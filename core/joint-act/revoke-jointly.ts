import { z } from 'zod'
import { BadgeRecord } from '../badge/record.ts'
import { revoked } from '../badge/revoked.ts'
import { command, refuse } from '../kit/command.ts'
import { idInput } from '../kit/input.ts'
import { each, must } from '../kit/loads.ts'
import { JointActRecord } from './record.ts'
import { mayCarryOut } from './rights.ts'

/** The district revokes one badge of an act that two officers stand for. */
export const revokeJointly = command({
  name: 'act.revoke',
  where: 'district',
  input: z.object({ act: idInput, badge: idInput }),
  needs: q =>
    q
      .first(i => ({ act: must(JointActRecord, i.act), badge: must(BadgeRecord, i.badge) }))
      .next((_i, { badge: { body } }) => ({
        replaced: each(BadgeRecord, body.replaces === undefined ? [] : [body.replaces]),
      })),
  right: actor => mayCarryOut(actor),
  decide(s, i, context) {
    const { state, badges, proposedBy, decidedBy, reason } = s.act.body
    if (state !== 'confirmed' || decidedBy === undefined || !badges.includes(i.badge))
      return refuse('act_state', { state })
    return revoked(s, { reason, by: proposedBy, with: decidedBy }, context)
  },
})
