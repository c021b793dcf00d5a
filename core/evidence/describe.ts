import { z } from 'zod'
import { merge } from '../kit/change.ts'
import { command, refuse } from '../kit/command.ts'
import { dayInput, idInput } from '../kit/input.ts'
import { must } from '../kit/loads.ts'
import { asExpected } from '../merge/expected.ts'
import type { Evidence } from './record.ts'
import { EvidenceRecord, shownChoices } from './record.ts'
import { mayChangeEvidence } from './rights.ts'
import { whereDeleted } from './where-deleted.ts'

const fields = z
  .object({ happenedOn: dayInput, shown: z.enum(shownChoices), released: z.boolean() })
  .partial()

/** The fields of evidence that are set singly, as they are. */
export const evidenceFields = ({ happenedOn, shown, released }: Evidence) => ({
  happenedOn,
  shown,
  released,
})

/** Says when it happened, who is shown and whether their releases are held; each merges by itself. */
export const describeEvidence = command({
  name: 'evidence.describe',
  where: 'both',
  input: z.object({ evidence: idInput, set: fields, expects: fields.optional() }),
  needs: q => q.first(i => ({ evidence: must(EvidenceRecord, i.evidence) })),
  right: (actor, s) => mayChangeEvidence(actor, s.evidence),
  decide(s, i, context) {
    const deleted = whereDeleted(s.evidence)
    if (deleted !== undefined) return deleted
    const set = asExpected(i.set, i.expects, evidenceFields(s.evidence.body))
    if (i.expects !== undefined && Object.keys(set).length === 0)
      return refuse('changed_since', { what: 'evidence' })
    return { changes: merge(s.evidence, set, context.stamp) }
  },
})
