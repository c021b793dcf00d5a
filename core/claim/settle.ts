import { z } from 'zod'
import { patchPaths } from '../kit/change.ts'
import { command } from '../kit/command.ts'
import { idInput } from '../kit/input.ts'
import { must } from '../kit/loads.ts'
import { DraftRecord } from './record.ts'
import { notePrompt } from './write.ts'

/** Settles two versions of an answer: what is chosen stays, nothing stands beside it any more. */
export const settleClaim = command({
  name: 'claim.settle',
  where: 'both',
  input: z.object({ claim: idInput, prompt: idInput, text: z.string().max(60_000) }),
  needs: q => q.first(i => ({ draft: must(DraftRecord, i.claim) })),
  right: (actor, s) => s.draft.body.owner === actor.person,
  decide(s, i) {
    const path = i.prompt === notePrompt ? 'note' : `answers.${i.prompt}`
    return { changes: patchPaths(s.draft, { [path]: i.text, [`aside.${i.prompt}`]: undefined }) }
  },
})
