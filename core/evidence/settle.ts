import { z } from 'zod'
import { patchPaths } from '../kit/change.ts'
import { command, refuse } from '../kit/command.ts'
import { idInput, settleInput, titleCharsMax } from '../kit/input.ts'
import { must } from '../kit/loads.ts'
import { textFields } from '../merge/fields.ts'
import { settleText } from '../merge/settle.ts'
import { EvidenceRecord } from './record.ts'
import { mayChangeEvidence } from './rights.ts'
import { whereDeleted } from './where-deleted.ts'

/** Settles two versions of a text: what is chosen stays, nothing stands beside it any more. */
export const settleEvidence = command({
  name: 'evidence.settle',
  where: 'both',
  input: z.object({
    evidence: idInput,
    field: z.enum(['title', 'note', 'text']),
    ...settleInput.shape,
  }),
  needs: q => q.first(i => ({ evidence: must(EvidenceRecord, i.evidence) })),
  right: (actor, s) => mayChangeEvidence(actor, s.evidence),
  decide(s, i, context) {
    const deleted = whereDeleted(s.evidence)
    if (deleted !== undefined) return deleted
    if (i.field === 'title' && i.text.length > titleCharsMax) {
      return refuse('bad_input', { where: 'title' })
    }
    const settled = settleText({
      stored: s.evidence.body[i.field] ?? '',
      aside: s.evidence.body.aside?.[i.field],
      seen: i.seen,
      text: i.text,
      at: context.doneAt,
      device: context.actor.device,
    })
    return { changes: patchPaths(s.evidence, textFields(i.field, i.field, settled)) }
  },
})
