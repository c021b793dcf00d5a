import { z } from 'zod'
import { patch } from '../kit/change.ts'
import { command, refuse } from '../kit/command.ts'
import { idInput } from '../kit/input.ts'
import { must } from '../kit/loads.ts'
import { step } from '../kit/machine.ts'
import {
  endorsementMachine,
  EndorsementRecord,
  endorsementSaidSchema,
  endorsementVerdictSchema,
} from './record.ts'
import { mayJudge } from './rights.ts'

/**
 * The district says what its verifier found. What was offered is accepted or refused by it, or waits where that can't be
 * told yet; what was accepted stays, with its latest verdict.
 */
export const judgeEndorsement = command({
  name: 'endorsement.judge',
  where: 'district',
  input: z.object({
    endorsement: idInput,
    verdict: endorsementVerdictSchema.omit({ at: true }),
    said: endorsementSaidSchema.optional(),
  }),
  needs: q => q.first(i => ({ endorsement: must(EndorsementRecord, i.endorsement) })),
  right: actor => mayJudge(actor),
  decide(s, i, context) {
    const { state } = s.endorsement.body
    const verdict = { ...i.verdict, at: context.doneAt }
    if (state === 'accepted') return { changes: [patch(s.endorsement, { verdict })] }
    if (state !== 'offered') return refuse('endorsement_state', { state })
    const { overall } = verdict
    if (overall === 'indeterminate') return { changes: [patch(s.endorsement, { verdict })] }
    // Nothing is shown of which it is not known who says it.
    const isAccepted = overall === 'verified' && i.said !== undefined
    const next = step(endorsementMachine, state, isAccepted ? 'accept' : 'refuse')
    const said = isAccepted ? { said: i.said } : {}
    return { changes: [patch(s.endorsement, { state: next, verdict, ...said })] }
  },
})
