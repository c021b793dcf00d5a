import { z } from 'zod'
import { patch } from '../kit/change.ts'
import { command, refuse } from '../kit/command.ts'
import { idInput } from '../kit/input.ts'
import { must } from '../kit/loads.ts'
import { step } from '../kit/machine.ts'
import { claimMachine, ClaimRecord } from './record.ts'
import { mayWriteClaim } from './rights.ts'

/** Takes a claim back before it is decided. Readers lose sight of it; the portfolio keeps everything. */
export const withdrawClaim = command({
  name: 'claim.withdraw',
  where: 'both',
  input: z.object({ claim: idInput }),
  needs: q => q.first(i => ({ claim: must(ClaimRecord, i.claim) })),
  right: (actor, s) => mayWriteClaim(actor, s.claim),
  decide(s, _i, context) {
    const state = step(claimMachine, s.claim.body.state, 'withdraw')
    if (state === undefined) return refuse('claim_state', { state: s.claim.body.state })
    return { changes: [patch(s.claim, { state, readers: [], changedAt: context.doneAt })] }
  },
})
