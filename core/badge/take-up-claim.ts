import { z } from 'zod'
import { ClaimRecord } from '../claim/record.ts'
import { patch } from '../kit/change.ts'
import { command, refuse } from '../kit/command.ts'
import { datedAt } from '../kit/dated-at.ts'
import { idInput } from '../kit/input.ts'
import { must } from '../kit/loads.ts'
import { isOwnWork } from './own-work.ts'
import { mayApprove } from './rights.ts'

/** The office takes up again what it had set aside: it waits for a badge as before. Nothing where it waits already. */
export const takeUpClaim = command({
  name: 'claim.take-up',
  where: 'both',
  input: z.object({ claim: idInput }),
  needs: q => q.first(i => ({ claim: must(ClaimRecord, i.claim) })),
  right: (actor, s) => mayApprove(actor, s.claim),
  decide(s, _i, context) {
    const { title, setAside } = s.claim.body
    if (isOwnWork(s.claim.body, context.actor.person)) return refuse('badge_own', { badge: title })
    if (setAside === undefined) return { changes: [] }
    const changedAt = datedAt(context, setAside.at)
    return { changes: [patch(s.claim, { setAside: undefined, changedAt })] }
  },
})
