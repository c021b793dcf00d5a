import { z } from 'zod'
import { create } from '../kit/change.ts'
import { command, refuse } from '../kit/command.ts'
import {
  causeChoices,
  causeDecidedMsMax,
  CauseDecisionRecord,
  causeName,
  causeReasonCharsMax,
  causeSchema,
  mayBeAccepted,
} from './cause.ts'
import { mayDecideCause } from './rights.ts'

/** Settles every badge with one cause, now and until an end date, with a reason and the officer's name. */
export const decideCause = command({
  name: 'cause.decide',
  where: 'both',
  input: z.object({
    cause: causeSchema,
    choice: z.enum(causeChoices),
    reason: z.string().max(causeReasonCharsMax),
    until: z.number(),
  }),
  needs: q => q.none(),
  right: actor => mayDecideCause(actor),
  decide(_s, i, context) {
    const reason = i.reason.trim()
    if (reason === '') return refuse('cause_reason', { code: i.cause.code })
    if (i.choice === 'accepted' && !mayBeAccepted(i.cause))
      return refuse('cause_not_acceptable', { code: i.cause.code })
    const { doneAt } = context
    const isInTime = i.until > doneAt && i.until <= doneAt + causeDecidedMsMax
    if (!isInTime) return refuse('cause_end', { daysMax: causeDecidedMsMax / 86_400_000 })
    return {
      changes: [
        create(CauseDecisionRecord, context.id('cause'), {
          cause: i.cause,
          name: causeName(i.cause),
          choice: i.choice,
          reason,
          decidedBy: context.actor.person,
          decidedAt: doneAt,
          until: i.until,
        }),
      ],
    }
  },
})
