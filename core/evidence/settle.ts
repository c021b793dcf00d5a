import { z } from 'zod'
import { patchPaths } from '../kit/change.ts'
import { command } from '../kit/command.ts'
import { idInput } from '../kit/input.ts'
import { must } from '../kit/loads.ts'
import { EvidenceRecord } from './record.ts'
import { mayChangeEvidence } from './rights.ts'

/** Settles two versions of a text: what is chosen stays, nothing stands beside it any more. */
export const settleEvidence = command({
  name: 'evidence.settle',
  where: 'both',
  input: z.object({
    evidence: idInput,
    field: z.enum(['title', 'note', 'text']),
    text: z.string().max(60_000),
  }),
  needs: q => q.first(i => ({ evidence: must(EvidenceRecord, i.evidence) })),
  right: (actor, s) => mayChangeEvidence(actor, s.evidence),
  decide: (s, i) => ({
    changes: patchPaths(s.evidence, { [i.field]: i.text, [`aside.${i.field}`]: undefined }),
  }),
})
