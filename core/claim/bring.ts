import { z } from 'zod'
import { merge, patchPaths } from '../kit/change.ts'
import { command, refuse } from '../kit/command.ts'
import { dayInput, idInput } from '../kit/input.ts'
import { must } from '../kit/loads.ts'
import { textFields } from '../merge/fields.ts'
import { mergeText } from '../merge/text.ts'
import { MicroCredentialRecord } from '../micro-credential/record.ts'
import { answerLimits, tooLong } from './answer-limits.ts'
import { daysBroughtMax } from './brought-from.ts'
import { freePlaces } from './free-places.ts'
import { openParts } from './open-parts.ts'
import { ClaimRecord, DraftRecord } from './record.ts'
import { mayWriteClaim } from './rights.ts'
import { notWritable } from './writable.ts'
import { notePrompt } from './note-prompt.ts'

/** The longest text that is brought (UTF-16 units): two versions of an answer that were both kept, and a line between. */
const broughtCharsMax = 2 * answerLimits.answerCharsMax + 2

/**
 * Brings into a claim what was written for it elsewhere: where an answer is empty the words become the answer, where
 * it has some both are kept, and evidence goes into slots that have room. What is there already is not added again,
 * so doing it twice does it once.
 */
export const bringIntoClaim = command({
  name: 'claim.bring',
  where: 'both',
  input: z.object({
    claim: idInput,
    /** By prompt; `note` is the note to the reader. */
    words: z.record(idInput, z.string()),
    /** `slot/evidence` → its place, as in a draft. */
    filled: z.record(z.string().min(3).max(1_000), z.number()),
    aiUse: z.string(),
    /** The days on which it was written. */
    days: z.array(dayInput).max(daysBroughtMax),
  }),
  needs: q =>
    q
      .first(i => ({ claim: must(ClaimRecord, i.claim), draft: must(DraftRecord, i.claim) }))
      .next((_i, s) => ({ micro: must(MicroCredentialRecord, s.claim.body.microCredential) })),
  right: (actor, s) => mayWriteClaim(actor, s.claim),
  decide(s, i, context) {
    const refused = notWritable(s.claim)
    if (refused !== undefined) return refused
    const parts = openParts(s.micro.body, s.claim.body)
    const asked = new Set([
      notePrompt,
      ...parts.flatMap(part => part.prompts.map(prompt => prompt.id)),
    ])
    const draft = s.draft.body
    const at = context.doneAt
    const { device } = context.actor
    const set: Record<string, unknown> = {}
    for (const [prompt, text] of Object.entries(i.words)) {
      if (!asked.has(prompt)) return refuse('bad_input', { where: prompt })
      const isNote = prompt === notePrompt
      const stored = isNote ? draft.note : (draft.answers[prompt] ?? '')
      const aside = draft.aside?.[prompt]
      if (isIn(text, stored) || isIn(text, aside?.text ?? '')) continue
      const long = tooLong(text, broughtCharsMax, 0)
      if (long !== undefined) return long
      const merged = mergeText({ stored, aside, base: '', text, at, device })
      Object.assign(set, textFields(isNote ? 'note' : `answers.${prompt}`, prompt, merged))
    }
    for (const day of i.days) if (draft.days[day] !== true) set[`days.${day}`] = true

    const aiUse = bothOf(draft.attestations.aiUse ?? '', i.aiUse)
    const long = tooLong(aiUse, answerLimits.aiUseCharsMax, 0)
    if (long !== undefined) return long
    const fields: Record<string, unknown> = Object.fromEntries(
      Object.entries(freePlaces(parts, draft.filled, i.filled)).map(([key, place]) => [
        `filled.${key}`,
        place,
      ]),
    )
    if (aiUse !== (draft.attestations.aiUse ?? '')) fields['attestations.aiUse'] = aiUse
    return { changes: [...patchPaths(s.draft, set), ...merge(s.draft, fields, context.stamp)] }
  },
})

/** Whether the whole text stands there already, between two ends of `end`. */
const isIn = (text: string, there: string, end = '\n') =>
  text.trim() === '' || `${end}${there.trim()}${end}`.includes(`${end}${text.trim()}${end}`)

/** A line that has no room beside it: both sentences in it, one after the other. */
function bothOf(stored: string, brought: string): string {
  if (isIn(brought, stored, ' ')) return stored
  return stored.trim() === '' ? brought : `${stored} ${brought}`
}
