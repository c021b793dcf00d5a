import { z } from 'zod'
import { patchPaths } from '../kit/change.ts'
import { command, refuse } from '../kit/command.ts'
import { idInput, textInput, titleCharsMax } from '../kit/input.ts'
import { must } from '../kit/loads.ts'
import { textFields } from '../merge/fields.ts'
import { mergeText } from '../merge/text.ts'
import { EvidenceRecord } from './record.ts'
import { mayChangeEvidence } from './rights.ts'
import { whereDeleted } from './where-deleted.ts'

/** Types into the title, the note or a reflection's text. */
export const writeEvidence = command({
  name: 'evidence.write',
  where: 'both',
  input: z.object({
    evidence: idInput,
    field: z.enum(['title', 'note', 'text']),
    ...textInput.shape,
  }),
  needs: q => q.first(i => ({ evidence: must(EvidenceRecord, i.evidence) })),
  right: (actor, s) => mayChangeEvidence(actor, s.evidence),
  decide(s, i, context) {
    const deleted = whereDeleted(s.evidence)
    if (deleted !== undefined) return deleted
    if (i.field === 'title' && i.text.length > titleCharsMax) {
      return refuse('bad_input', { where: 'title' })
    }
    const merged = mergeText({
      stored: s.evidence.body[i.field] ?? '',
      aside: s.evidence.body.aside?.[i.field],
      base: i.base,
      text: i.text,
      at: context.doneAt,
      device: context.actor.device,
    })
    return { changes: patchPaths(s.evidence, textFields(i.field, i.field, merged)) }
  },
  // Only what follows on: an edit that began from a text merged in between is one of its own.
  fold: (earlier, later) =>
    earlier.evidence === later.evidence &&
    earlier.field === later.field &&
    earlier.text === later.base
      ? { ...later, base: earlier.base }
      : undefined,
})
