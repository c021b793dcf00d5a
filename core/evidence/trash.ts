import { z } from 'zod'
import { merge } from '../kit/change.ts'
import { command } from '../kit/command.ts'
import { idInput } from '../kit/input.ts'
import { must } from '../kit/loads.ts'
import { EvidenceRecord } from './record.ts'
import { mayChangeEvidence } from './rights.ts'

/** Puts evidence in the trash, or takes it out again. Claims keep their frozen copies. */
export const trashEvidence = command({
  name: 'evidence.trash',
  where: 'both',
  input: z.object({ evidence: idInput, on: z.boolean() }),
  needs: q => q.first(i => ({ evidence: must(EvidenceRecord, i.evidence) })),
  right: (actor, s) => mayChangeEvidence(actor, s.evidence),
  decide: (s, i, context) => ({
    changes: merge(s.evidence, { trashedAt: i.on ? context.doneAt : undefined }, context.stamp),
  }),
})
