import { z } from 'zod'
import { merge } from '../kit/change.ts'
import { command } from '../kit/command.ts'
import { idInput } from '../kit/input.ts'
import { must } from '../kit/loads.ts'
import { EvidenceRecord } from './record.ts'
import { mayChangeEvidence } from './rights.ts'
import { whereDeleted } from './where-deleted.ts'

/** Ties evidence to a goal or a competency, or unties it. */
export const linkEvidence = command({
  name: 'evidence.link',
  where: 'both',
  input: z.object({
    evidence: idInput,
    to: z.enum(['goals', 'competencies']),
    id: idInput,
    on: z.boolean(),
  }),
  needs: q => q.first(i => ({ evidence: must(EvidenceRecord, i.evidence) })),
  right: (actor, s) => mayChangeEvidence(actor, s.evidence),
  decide: (s, i, context) =>
    whereDeleted(s.evidence) ?? {
      changes: merge(s.evidence, { [`${i.to}.${i.id}`]: i.on ? true : undefined }, context.stamp),
    },
})
