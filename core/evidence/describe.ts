import { z } from 'zod'
import { merge } from '../kit/change.ts'
import { command } from '../kit/command.ts'
import { dayInput, idInput } from '../kit/input.ts'
import { must } from '../kit/loads.ts'
import { EvidenceRecord, shownChoices } from './record.ts'
import { mayChangeEvidence } from './rights.ts'

/** Says when it happened, who is shown and whether their releases are held; each merges by itself. */
export const describeEvidence = command({
  name: 'evidence.describe',
  where: 'both',
  input: z.object({
    evidence: idInput,
    set: z
      .object({ happenedOn: dayInput, shown: z.enum(shownChoices), released: z.boolean() })
      .partial(),
  }),
  needs: q => q.first(i => ({ evidence: must(EvidenceRecord, i.evidence) })),
  right: (actor, s) => mayChangeEvidence(actor, s.evidence),
  decide: (s, i, context) => ({ changes: merge(s.evidence, i.set, context.stamp) }),
})
