import { z } from 'zod'
import { patchPaths } from '../kit/change.ts'
import { command } from '../kit/command.ts'
import { idInput, settleInput } from '../kit/input.ts'
import { must } from '../kit/loads.ts'
import { textFields } from '../merge/fields.ts'
import { settleText } from '../merge/settle.ts'
import { DraftRecord } from './record.ts'
import { notePrompt } from './write.ts'

/** Settles two versions of an answer: what is chosen stays, nothing stands beside it any more. */
export const settleClaim = command({
  name: 'claim.settle',
  where: 'both',
  input: z.object({ claim: idInput, prompt: idInput, ...settleInput.shape }),
  needs: q => q.first(i => ({ draft: must(DraftRecord, i.claim) })),
  right: (actor, s) => s.draft.body.owner === actor.person,
  decide(s, i, context) {
    const isNote = i.prompt === notePrompt
    const settled = settleText({
      stored: isNote ? s.draft.body.note : (s.draft.body.answers[i.prompt] ?? ''),
      aside: s.draft.body.aside?.[i.prompt],
      seen: i.seen,
      text: i.text,
      at: context.doneAt,
      device: context.actor.device,
    })
    const path = isNote ? 'note' : `answers.${i.prompt}`
    return { changes: patchPaths(s.draft, textFields(path, i.prompt, settled)) }
  },
})
