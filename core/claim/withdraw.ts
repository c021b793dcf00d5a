import { z } from 'zod'
import { patch } from '../kit/change.ts'
import { command, refuse } from '../kit/command.ts'
import { idInput } from '../kit/input.ts'
import { must } from '../kit/loads.ts'
import { step } from '../kit/machine.ts'
import { givenBack } from '../review/given-back.ts'
import { heldReading } from '../review/held-reading.ts'
import { claimMachine, ClaimRecord } from './record.ts'
import { mayWriteClaim } from './rights.ts'

/**
 * Takes a claim back before it is decided, also one that was never sent: its draft stays with its owner. Readers lose sight
 * of it, and a reading that is begun ends; its notes stay with the reader.
 */
export const withdrawClaim = command({
  name: 'claim.withdraw',
  where: 'both',
  input: z.object({
    claim: idInput,
    /** How often it had been sent, as its person saw it: one that another computer sent since is not what they meant. */
    attempts: z.int().min(0).optional(),
  }),
  needs: q =>
    q
      .first(i => ({ claim: must(ClaimRecord, i.claim) }))
      .next((i, s) => ({
        // The owner's computer doesn't have it, since it is its reader's; the district has.
        reading: heldReading(i.claim, s.claim.body),
      })),
  right: (actor, s) => mayWriteClaim(actor, s.claim),
  decide(s, i, context) {
    const state = step(claimMachine, s.claim.body.state, 'withdraw')
    if (state === undefined) return refuse('claim_state', { state: s.claim.body.state })
    if (i.attempts !== undefined && s.claim.body.attempts.length > i.attempts)
      return refuse('changed_since', { what: 'claim' })
    const { doneAt } = context
    return {
      changes: [
        ...givenBack(s.reading, { withdrawnAt: doneAt }),
        patch(s.claim, { state, readers: [], changedAt: doneAt }),
      ],
    }
  },
})
