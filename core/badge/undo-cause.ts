import { z } from 'zod'
import { patch } from '../kit/change.ts'
import { command } from '../kit/command.ts'
import { idInput } from '../kit/input.ts'
import { must } from '../kit/loads.ts'
import { CauseDecisionRecord } from './cause.ts'
import { mayDecideCause } from './rights.ts'

/** Takes a decision about a cause back; it stays in the record with who did so and when. Twice is once. */
export const undoCause = command({
  name: 'cause.undo',
  where: 'both',
  input: z.object({ decision: idInput }),
  needs: q => q.first(i => ({ decision: must(CauseDecisionRecord, i.decision) })),
  right: actor => mayDecideCause(actor),
  decide(s, _i, context) {
    if (s.decision.body.undoneAt !== undefined) return { changes: [] }
    return {
      changes: [patch(s.decision, { undoneBy: context.actor.person, undoneAt: context.doneAt })],
    }
  },
})
