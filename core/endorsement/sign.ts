import { z } from 'zod'
import { patch } from '../kit/change.ts'
import { command, refuse } from '../kit/command.ts'
import { idInput } from '../kit/input.ts'
import { must } from '../kit/loads.ts'
import { step } from '../kit/machine.ts'
import { GivenEndorsementRecord, givenMachine, unsignedCodes } from './given.ts'
import { mayJudge } from './rights.ts'

const credential = z.string().max(1_000_000)

/** Stores what the district signed, byte for byte. Only the district's own reaction may. */
export const signEndorsement = command({
  name: 'endorsement.sign',
  where: 'district',
  input: z.object({ endorsement: idInput, credential, statusIndex: z.int().min(0) }),
  needs: q => q.first(i => ({ endorsement: must(GivenEndorsementRecord, i.endorsement) })),
  right: actor => mayJudge(actor),
  decide(s, i, context) {
    const { state: was } = s.endorsement.body
    const state = step(givenMachine, was, 'sign')
    if (state === undefined) return refuse('endorsement_state', { state: was })
    const { credential, statusIndex } = i
    const signedAt = context.doneAt
    return { changes: [patch(s.endorsement, { state, credential, statusIndex, signedAt })] }
  },
})

/** The district says why it does not sign one. */
export const leaveUnsigned = command({
  name: 'endorsement.leave-unsigned',
  where: 'district',
  input: z.object({ endorsement: idInput, code: z.enum(unsignedCodes) }),
  needs: q => q.first(i => ({ endorsement: must(GivenEndorsementRecord, i.endorsement) })),
  right: actor => mayJudge(actor),
  decide(s, i) {
    const { state: was } = s.endorsement.body
    const state = step(givenMachine, was, 'refuse')
    if (state === undefined) return refuse('endorsement_state', { state: was })
    return { changes: [patch(s.endorsement, { state, unsigned: i.code })] }
  },
})

/**
 * Stores one as the district signed it again, since the key that signed it may be somebody else's too. It stays the same
 * word; only the district's own work may do it.
 */
export const resignEndorsement = command({
  name: 'endorsement.resign',
  where: 'district',
  input: z.object({
    endorsement: idInput,
    /** What it takes the place of: should that have changed meanwhile, nothing is done. */
    instead: credential,
    credential,
    /** Where its place is in another list now. */
    statusIndex: z.int().min(0).optional(),
  }),
  needs: q => q.first(i => ({ endorsement: must(GivenEndorsementRecord, i.endorsement) })),
  right: actor => mayJudge(actor),
  decide(s, i, context) {
    const { credential, state } = s.endorsement.body
    if (credential !== i.instead) return refuse('endorsement_state', { state })
    return {
      changes: [
        patch(s.endorsement, {
          credential: i.credential,
          resignedAt: context.doneAt,
          ...(i.statusIndex === undefined ? {} : { statusIndex: i.statusIndex }),
        }),
      ],
    }
  },
})
