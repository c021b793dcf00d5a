import { z } from 'zod'
import { patchPaths } from '../kit/change.ts'
import { command } from '../kit/command.ts'
import { idInput } from '../kit/input.ts'
import { must } from '../kit/loads.ts'
import { textFields } from '../merge/fields.ts'
import { settleText } from '../merge/settle.ts'
import { answerLimits, tooLong } from './answer-limits.ts'
import { DraftRecord } from './record.ts'
import { notePrompt } from './note-prompt.ts'

/** What stands between two texts that are both kept, and one more: `tooLong` lets through what is shorter. */
const betweenCharsMax = 3

/** Settles two versions of an answer: what is chosen stays, nothing stands beside it any more. */
export const settleClaim = command({
  name: 'claim.settle',
  where: 'both',
  input: z.object({
    claim: idInput,
    prompt: idInput,
    text: z.string(),
    seen: z.object({ stored: z.string(), aside: z.string() }),
  }),
  needs: q => q.first(i => ({ draft: must(DraftRecord, i.claim) })),
  right: (actor, s) => s.draft.body.owner === actor.person,
  decide(s, i, context) {
    const isNote = i.prompt === notePrompt
    const stored = isNote ? s.draft.body.note : (s.draft.body.answers[i.prompt] ?? '')
    const aside = s.draft.body.aside?.[i.prompt]
    // Keeping both is always possible: nothing of it is new.
    const bothChars = stored.length + (aside?.text.length ?? 0) + betweenCharsMax
    const long = tooLong(i.text, answerLimits.answerCharsMax, bothChars)
    if (long !== undefined) return long
    const settled = settleText({
      stored,
      aside,
      seen: i.seen,
      text: i.text,
      at: context.doneAt,
      device: context.actor.device,
    })
    const path = isNote ? 'note' : `answers.${i.prompt}`
    return { changes: patchPaths(s.draft, textFields(path, i.prompt, settled)) }
  },
})
