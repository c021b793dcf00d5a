import { z } from 'zod'
import { EvidenceRecord } from '../evidence/record.ts'
import { patch } from '../kit/change.ts'
import { command } from '../kit/command.ts'
import { idInput } from '../kit/input.ts'
import { may, must } from '../kit/loads.ts'
import { HoldRecord, isHeld } from '../person/hold.ts'
import { mayCarryOutErasure } from './rights.ts'

/** The district lets go of what a piece held that its person deleted under a legal hold, once that is lifted. */
export const letGoWithheld = command({
  name: 'hold.let-go',
  where: 'district',
  input: z.object({ evidence: idInput }),
  needs: q =>
    q
      .first(i => ({ evidence: must(EvidenceRecord, i.evidence) }))
      .next((_i, s) => ({ hold: may(HoldRecord, s.evidence.body.owner) })),
  right: actor => mayCarryOutErasure(actor),
  decide: ({ evidence, hold }) => ({
    changes:
      evidence.body.withheld === undefined || isHeld(hold?.body)
        ? []
        : [patch(evidence, { withheld: undefined })],
  }),
})
